import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Action, Subject } from '@trinhduyet/access';
import { CATALOGUE, type ProblemCode } from '@trinhduyet/problems';
import { z } from 'zod';

/** Who may ask: anybody, anybody signed in, or whoever has this permission somewhere. */
export type Policy = 'public' | 'signed-in' | { readonly action: Action; readonly subject: Extract<Subject, string> };

/** What may be wrong with a file that is sent. */
export const FILE_PROBLEMS = ['file-type', 'file-too-large', 'file-empty', 'file-broken', 'file-unsafe'] as const;

export interface OperationSpec {
  /** Name of the generated client's function. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `multipart`: one file in the field `file`. */
  readonly upload?: boolean;
  readonly status?: number;
  readonly response?: z.ZodType;
  /** What else than JSON it answers with. */
  readonly media?: string;
  /** The problems that are this operation's own; the general ones are everywhere. */
  readonly problems?: readonly ProblemCode[];
  /** A command: needs `Idempotency-Key`, takes `If-Match` and `Prefer`. */
  readonly command?: boolean;
}

export const OPERATION = 'operation';

/** An endpoint's whole contract in one place: what validation, permission, OpenAPI and client all go by. */
export function Operation(spec: OperationSpec): MethodDecorator {
  const { id, tag, summary, status = 200, command } = spec;
  return applyDecorators(
    SetMetadata(OPERATION, spec),
    HttpCode(status),
    ApiTags(tag),
    ApiOperation({ operationId: id, summary }),
    ...fields(spec.params).map(([name, schema]) => ApiParam({ name, schema: jsonSchema(schema) })),
    ...fields(spec.query).map(([name, schema]) =>
      ApiQuery({ name, required: !schema.safeParse(undefined).success, schema: jsonSchema(schema) }),
    ),
    ...(spec.body ? [ApiBody({ schema: reference(spec.body) })] : []),
    ...(spec.upload ? [ApiConsumes('multipart/form-data'), ApiBody({ schema: FILE })] : []),
    ...(command ? COMMAND_HEADERS : []),
    ApiResponse(answer(spec, status)),
    ...problems(spec),
  );
}

const FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const COMMAND_HEADERS = [
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'A fresh version 7 UUID; the same key and content get the same answer.',
    schema: { type: 'string', format: 'uuid' },
  }),
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The sequence that was seen, in quotes.',
    schema: { type: 'string', example: '"12"' },
  }),
  ApiHeader({
    name: 'Prefer',
    required: false,
    description: 'wait=n: answer when the dossier has been carried on, after n ≤ 5 seconds at the latest.',
    schema: { type: 'string', example: 'wait=2' },
  }),
];

function answer({ response, media }: OperationSpec, status: number) {
  if (media !== undefined)
    return { status, description: 'The content.', content: { [media]: { schema: { type: 'string' } } } };
  return { status, description: 'Done.', ...(response ? { schema: reference(response) } : {}) };
}

/** Problems of one status share a response; its description names their codes. */
function problems({
  problems: own = [],
  policy,
  params,
  query,
  command,
  body,
  upload,
}: OperationSpec): MethodDecorator[] {
  const general: ProblemCode[] = [
    ...(policy === 'public' ? [] : (['not-signed-in'] as const)),
    ...(params ? (['not-found'] as const) : []),
    ...(query ? (['invalid-request'] as const) : []),
    ...(typeof policy === 'object' ? (['forbidden'] as const) : []),
    ...(command ? (['key-required', 'key-unusable', 'key-reused'] as const) : []),
    ...(body ? (['malformed-request', 'invalid-request', 'unsupported-content', 'too-large'] as const) : []),
    ...(upload ? ([...FILE_PROBLEMS, 'malformed-request', 'unsupported-content'] as const) : []),
    ...(['too-many-requests', 'unavailable', 'internal'] as const),
  ];
  const codes = [...new Set([...general, ...own])];
  const statuses = [...new Set(codes.map((code) => CATALOGUE[code].status))];
  const byStatus = statuses.map(
    (status) => [status, codes.filter((code) => CATALOGUE[code].status === status)] as const,
  );
  return byStatus.map(([status, named]) =>
    ApiResponse({
      status,
      description: named.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
  );
}

function fields(schema: z.ZodObject | undefined): [string, z.ZodType][] {
  return Object.entries(schema?.shape ?? {}) as [string, z.ZodType][];
}

type Plain = Record<string, unknown>;

/** In place, but what is named inside by its name. */
function jsonSchema(schema: z.ZodType): Plain {
  const { $schema: _, $defs: __, ...inPlace } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(inPlace).replaceAll('#/$defs/', '#/components/schemas/')) as Plain;
}

/** A named schema by its name, an unnamed one in place. */
function reference(schema: z.ZodType): Plain {
  const { id } = z.globalRegistry.get(schema) ?? {};
  return typeof id === 'string' ? { $ref: `#/components/schemas/${id}` } : jsonSchema(schema);
}
