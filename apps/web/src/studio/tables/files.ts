import type { DecisionTable } from '@trinhduyet/feel';
import type { DmnProblem } from '@trinhduyet/feel/dmn';
import { fromJson } from '@trinhduyet/feel/publish';

export interface ImportProblem {
  readonly reason: DmnProblem | 'not-json';
  readonly part?: string;
}
export type Taken =
  { readonly ok: true; readonly table: DecisionTable } | { readonly ok: false; readonly problem: ImportProblem };

const dmn = () => import('./dmn');
const MOST_BYTES = 4_000_000;

export async function exportTable(table: DecisionTable, format: 'dmn' | 'json'): Promise<void> {
  const text = format === 'json' ? `${JSON.stringify(table, null, 2)}\n` : (await dmn()).toDmn(table);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: format === 'json' ? 'application/json' : 'text/xml' }));
  link.download = `${table.key}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export async function importTable(file: File): Promise<Taken> {
  if (file.size > MOST_BYTES) return { ok: false, problem: { reason: 'too-large' } };
  const text = await file.text();
  if (text.trimStart().startsWith('{')) {
    const table = fromJson(text);
    return table ? { ok: true, table } : { ok: false, problem: { reason: 'not-json' } };
  }
  const imported = (await dmn()).fromDmn(text);
  if (imported.ok) return imported;
  return { ok: false, problem: { reason: imported.reason, part: imported.part } };
}
