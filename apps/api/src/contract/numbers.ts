import { z } from 'zod';
import { Instant, UnitId } from './common';

const Year = z.int().min(2000).max(2100);
const Serial = z.int().min(1).max(999_999);
const MOST_NUMBERS = 1_000;

export const NumberBlock = z
  .object({
    unit: UnitId,
    unitName: z.string(),
    register: z.string(),
    year: Year,
    first: Serial,
    last: Serial,
    used: z.array(Serial),
    by: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'NumberBlock' });

export const Numbers = z
  .object({
    /** Units whose numbers the reader gives. */
    units: z.array(z.object({ unit: UnitId, name: z.string() })),
    /** Symbols of papers that are numbered. */
    registers: z.array(z.string()),
    year: Year,
    blocks: z.array(NumberBlock),
  })
  .meta({ id: 'Numbers' });

export const ReserveNumbers = z
  .strictObject({
    unit: UnitId,
    register: z.string().regex(/^[\p{Lu}0-9-]{2,30}$/u),
    year: Year,
    first: Serial,
    last: Serial,
  })
  .refine(({ first, last }) => first <= last && last - first < MOST_NUMBERS, { path: ['last'] })
  .meta({
    id: 'ReserveNumbers',
    example: { unit: '31567@2025-07-01', register: 'QĐ-UBND', year: 2026, first: 101, last: 150 },
  });
