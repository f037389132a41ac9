import { dayOf } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import type { DrawnPaper, LocalText } from '@trinhduyet/programme';
import { ofCommittee, seatOf } from '../writing/papers';

/** What release 0.1.0 kept of a paper: its words, without who speaks, where and when. */
interface EarlierPaper extends Pick<DrawnPaper, 'key' | 'number' | 'symbol' | 'title' | 'subject' | 'paragraphs'> {
  readonly signer?: LocalText;
}

interface Around {
  readonly unit: string;
  readonly above: string | null;
  readonly regulation: string | null;
  readonly at: string;
  readonly code: string;
  readonly training: boolean;
}

/** The words of a paper as they were fixed; of one by release 0.1.0 with what its page set around them then. */
export async function wholeWords(
  transaction: Transaction,
  paper: string,
  content: DrawnPaper | EarlierPaper,
): Promise<DrawnPaper> {
  if ('issuer' in content) return content;
  const around = await transaction.one<Around>(
    `SELECT u.name AS unit, a.name AS above, p.regulation, p.at, coalesce(d.code, d.lookup_code) AS code, d.training
     FROM paper p JOIN dossier d USING (dossier_id) JOIN unit u ON u.unit_id = p.unit_id LEFT JOIN unit a ON a.unit_id = u.parent_id
     WHERE p.paper_id = $1`,
    [paper],
  );
  if (!around) throw new Error(`Nothing is known of whose paper ${paper} is.`);
  const { signer, ...words } = content;
  const { regulation, at, code, training, ...units } = around;
  return {
    ...words,
    issuer: ofCommittee(units),
    place: seatOf(units.unit),
    on: dayOf(at),
    code,
    training,
    regulation: regulation ?? undefined,
    grounds: [],
    recipients: [],
    signature: { lines: signer ? [signer.vi] : [], name: '' },
    lookUp: '',
  };
}
