import type { DossierEvent, DossierState } from '@trinhduyet/approval';
import { instant, milliseconds } from '@trinhduyet/calendar';
import type { Data } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { LocalText } from '@trinhduyet/programme';
import type { PermissionColumns } from '../writing/read-model';
import type { FileLine, PaperLine } from './dossier-page';

/** One dossier with everything that its page is drawn from, read in one statement. */
export interface PageRow extends PermissionColumns {
  readonly training: boolean;
  readonly lookup_code: string;
  readonly place_name: string;
  readonly state: Exclude<DossierState, { status: 'unsubmitted' }>;
  readonly now: string;
  readonly revisions: readonly { number: number; formId: string; document: Data }[];
  readonly events: readonly { sequence: number; data: DossierEvent }[];
  readonly notes: readonly { id: string; kind: string; body: unknown }[];
  readonly entries: readonly { step: string; formId: string; at: string; document: Data }[];
  readonly files: readonly FileLine[];
  readonly papers: readonly (Omit<PaperLine, 'title'> & { content: { title: LocalText } })[];
  readonly names: readonly { account: string; name: string }[];
  readonly posts: readonly { post: string; title: LocalText; office: string; unit: string; telephone: string | null }[];
  readonly draft: { step: string; document: Data; note: string } | null;
}

export async function load(transaction: Transaction, id: string, account: string): Promise<PageRow> {
  const row = await transaction.one<PageRow>(PAGE, [id, account]);
  if (!row) throw new Problem('not-found');
  return { ...row, entries: row.entries.map(inUtc), papers: row.papers.map(inUtc) };
}

/** JSON made by PostgreSQL writes moments with an offset. */
function inUtc<Line extends { readonly at: string }>(line: Line): Line {
  return { ...line, at: instant(milliseconds(line.at)) };
}

const PAGE = `
SELECT d.applicant_id, d.commune_id, d.district_id, d.province_id, d.reception_unit_id, d.village_id, d.training, d.lookup_code, d.state,
  concat_ws(', ', (SELECT name FROM village v WHERE v.village_id = d.village_id), (SELECT name FROM unit u WHERE u.unit_id = d.commune_id)) AS place_name,
  door.now() AS now,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'formId', form_id, 'document', document) ORDER BY number DESC), '[]')
   FROM revision r WHERE r.dossier_id = d.dossier_id) AS revisions,
  (SELECT jsonb_agg(jsonb_build_object('sequence', sequence, 'data', data) ORDER BY sequence) FROM event e WHERE e.dossier_id = d.dossier_id) AS events,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', note_id, 'kind', kind, 'body', body)), '[]') FROM note n WHERE n.dossier_id = d.dossier_id) AS notes,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('step', step, 'formId', form_id, 'at', at, 'document', document) ORDER BY entry_id), '[]')
   FROM entry n WHERE n.dossier_id = d.dossier_id) AS entries,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', attachment_id, 'field', field, 'name', name, 'mediaType', media_type, 'bytes', bytes)
     ORDER BY attachment_id), '[]') FROM attachment a WHERE a.dossier_id = d.dossier_id) AS files,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', paper_id, 'kind', p.kind, 'at', p.at, 'content', content, 'number', f.number, 'issued', f.paper_id IS NOT NULL) ORDER BY paper_id), '[]')
   FROM paper p LEFT JOIN paper_file f USING (dossier_id, paper_id) WHERE p.dossier_id = d.dossier_id) AS papers,
  (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('account', a.account_id, 'name', a.name)), '[]') FROM account a
   WHERE a.account_id IN (SELECT (e.data #>> '{by,account}')::uuid FROM event e WHERE e.dossier_id = d.dossier_id AND e.data #>> '{by,kind}' = 'official'
     UNION SELECT (t ->> 'assignee')::uuid FROM jsonb_path_query(d.state, '$.places[*].asked[*]') AS t)) AS names,
  (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('post', p.post_id, 'title', jsonb_build_object('vi', p.title, 'en', p.title_en),
     'office', o.name, 'unit', u.name, 'telephone', coalesce(o.telephone, u.telephone))), '[]')
   FROM post p JOIN office o USING (office_id) JOIN unit u ON u.unit_id = p.unit_id WHERE p.post_id IN (
     SELECT e.data #>> '{by,post}' FROM event e WHERE e.dossier_id = d.dossier_id
     UNION SELECT e.data #>> '{asked,post}' FROM event e WHERE e.dossier_id = d.dossier_id AND jsonb_typeof(e.data -> 'asked') = 'object'
     UNION SELECT t ->> 'post' FROM jsonb_path_query(d.state, '$.places[*].asked[*]') AS t)) AS posts,
  (SELECT jsonb_build_object('step', split_part(task_key, '.', 1), 'document', document, 'note', note) FROM entry_draft x
   WHERE x.dossier_id = d.dossier_id AND x.account_id = $2 ORDER BY updated_at DESC LIMIT 1) AS draft
FROM dossier d WHERE d.dossier_id = $1`;
