import { z } from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'])
    .default(fallback ? '1' : '0')
    .transform((text) => text === '1');
const port = z.coerce.number().int().min(1).max(65_535);

/** What every process needs. */
const common = {
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('production, development or test'),
  SECRET_KEY: z
    .string()
    .min(32)
    .describe(
      'secret of this installation, at least 32 characters: PINs hang on it, and citizen numbers are sealed with it',
    ),
  LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug']).default('log').describe('how much is logged'),
  PUBLIC_URL: z.url().describe('address under which people reach the web; papers lead there'),
  FILES_DIR: z.string().min(1).describe('folder of uploaded files and of papers, shared by all processes'),
};

export const API_SETTINGS = z.object({
  ...common,
  HOST: z.string().default('127.0.0.1').describe('address that the web listens on; 0.0.0.0 for published ports'),
  PORT: port.default(3000).describe('port that the web listens on'),
  DATABASE_URL: z.string().min(1).describe('PostgreSQL, as the role td_app'),
  WEB_DIR: z.string().optional().describe('folder of the built web; the one in this workspace when missing'),
  DEMO: flag(false).describe('1: demo accounts may sign in by one click, from this machine only'),
});
export type ApiSettings = z.infer<typeof API_SETTINGS>;

export const WORKER_SETTINGS = z.object({
  ...common,
  WORKER_DATABASE_URL: z.string().min(1).describe('PostgreSQL, as the role td_worker'),
  RELAY_DATABASE_URL: z.string().min(1).describe('PostgreSQL, as the role td_relay'),
  TEMPORAL_ADDRESS: z.string().min(1).describe('host:port of Temporal'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('namespace of Temporal'),
  BUILD_ID: z
    .string()
    .optional()
    .describe('names this build of the workflows to Temporal; the digest of their code when missing'),
  PAPERS_AHEAD: flag(true).describe('0: papers become files when somebody first asks for them, and not before'),
});
export type WorkerSettings = z.infer<typeof WORKER_SETTINGS>;

export const OWNER_SETTINGS = z.object({
  OWNER_DATABASE_URL: z.string().min(1).describe('PostgreSQL, as the owner of the schema: migrations and imports only'),
});
export type OwnerSettings = z.infer<typeof OWNER_SETTINGS>;

/** Reads settings once, at the start; nothing else looks at the environment. Every mistake is named at once. */
export function readSettings<T extends z.ZodType>(
  schema: T,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<T> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`These settings are not right:\n${mistakes.join('\n')}`);
}
