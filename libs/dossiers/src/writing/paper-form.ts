import { awaitsTranscript } from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import { intakeFindings } from '@trinhduyet/programme';
import type { PublishedType } from '@trinhduyet/request-types';
import { Problem } from '@trinhduyet/problems';
import { checkedDocument } from './documents';
import type { CommandInput } from './input';
import { NOTHING, reference, revisionOf } from './kept';
import { personColumns } from './person';
import type { Prepared, Setting } from './prepare';

/** The paper form typed in: the whole form, checked as the portal checks it, with what an official should look at. */
export async function prepareTranscript(
  setting: Setting,
  { document }: CommandInput & { type: 'transcribe' },
): Promise<Prepared> {
  const { type, loaded, transaction, secret } = setting;
  if (!awaitsTranscript(loaded.state))
    return { command: { type: 'transcribe', revision: NOTHING, findings: [] }, rows: {} };
  const { dossierId: dossier, lookupCode } = loaded.fixed;
  const day = dayOf(loaded.now);
  const given = { document, dossier, day, before: loaded.document, onPaper: true };
  const checked = await checkedDocument(transaction, type, given);
  const revision = revisionOf(type, checked, loaded.revision + 1);
  const declared = intakeFindings(type.definition, type.eligibility, checked, day);
  const findings = [...new Set([...declared, ...(await twinFound(setting))])];
  return {
    command: { type: 'transcribe', revision: reference(revision), findings },
    rows: { revision },
    person: personColumns(type, checked, { secret, lookupCode }),
  };
}

/** That the person has another open dossier was found at intake; what is typed in does not change it. */
async function twinFound({ transaction, loaded }: Setting): Promise<readonly string[]> {
  const checked = await transaction.one<{ findings: readonly string[] }>(
    `SELECT data -> 'findings' AS findings FROM event WHERE dossier_id = $1 AND type = 'checked' ORDER BY sequence DESC LIMIT 1`,
    [loaded.fixed.dossierId],
  );
  return (checked?.findings ?? []).filter((code) => code === 'DUPLICATE_OPEN_DOSSIER');
}

/** Papers brought to the counter answer what was asked for; the form stays as it is. */
export function preparePapers({ type, loaded }: Setting, { papers }: CommandInput & { type: 'bring' }): Prepared {
  requireOfChecklist(type, papers);
  const revision = revisionOf(type, loaded.document, loaded.revision + 1);
  return { command: { type: 'supplement', revision: reference(revision), papers }, rows: { revision } };
}

export function requireOfChecklist({ checklist }: PublishedType, papers: readonly string[]): void {
  const strange = papers.filter((paper) => !checklist.some(({ key }) => key === paper));
  if (strange.length === 0) return;
  const message = { vi: 'Giấy tờ này không có trong danh mục.', en: 'This paper is not on the checklist.' };
  throw new Problem('invalid-request', {
    errors: strange.map((paper) => ({ at: `/papers/${paper}`, code: 'choice', message })),
  });
}
