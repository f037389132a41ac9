import {
  type Chain,
  CONSULTATION,
  type DossierState,
  openTasksOf,
  type Place,
  RECEPTION,
  stepOf,
} from '@trinhduyet/approval';
import type { DossierRow } from '@trinhduyet/access';
import type { Along } from '@trinhduyet/directory';
import { unitAt } from '@trinhduyet/org';
import type { LocalText } from '@trinhduyet/programme';

/** What of a dossier does not change while it lives. */
export interface Fixed {
  readonly dossierId: string;
  readonly requestType: string;
  readonly lookupCode: string;
  readonly maskedName: string;
  readonly villageId: string | null;
  readonly training: boolean;
}

/** The columns of a dossier's row that say so. */
export interface FixedColumns {
  readonly dossier_id: string;
  readonly request_type: string;
  readonly lookup_code: string;
  readonly masked_name: string;
  readonly village_id: string | null;
  readonly training: boolean;
}

export function fixedOf(row: FixedColumns): Fixed {
  return {
    dossierId: row.dossier_id,
    requestType: row.request_type,
    lookupCode: row.lookup_code,
    maskedName: row.masked_name,
    villageId: row.village_id,
    training: row.training,
  };
}

/** The columns that permission goes by. */
export interface PermissionColumns {
  readonly applicant_id: string;
  readonly commune_id: string;
  readonly district_id: string | null;
  readonly province_id: string;
  readonly reception_unit_id: string;
  readonly village_id: string | null;
}

export function rowOf(row: PermissionColumns): DossierRow {
  return {
    applicantId: row.applicant_id,
    communeId: row.commune_id,
    districtId: row.district_id,
    provinceId: row.province_id,
    receptionUnitId: row.reception_unit_id,
    villageId: row.village_id,
  };
}

/** The units whose ladder the dossier climbs, and its village. */
export function along({ communeId, districtId, provinceId, villageId }: DossierRow): Along {
  return { units: [communeId, districtId, provinceId].filter((unit) => unit !== null), village: villageId };
}

/** One open task as the inbox shows it: narrow, and without personal data beyond a masked name. */
export interface TaskRow {
  readonly task_key: string;
  readonly place_key: string;
  readonly step: string;
  readonly step_title: LocalText;
  readonly kind: string;
  readonly post_id: string;
  readonly office_id: string;
  readonly unit_id: string;
  readonly assignee_id: string | null;
  readonly claimed_by: string | null;
  readonly entered_at: string;
  readonly due_at: string | null;
  readonly not_before: string | null;
  readonly promised_on: string | null;
  readonly code: string;
}

/** The open tasks of a state. A place that the dossier is about to leave has none: nobody can decide there any more. */
export function openTasks(chain: Chain, state: DossierState, { lookupCode }: Fixed): readonly TaskRow[] {
  if (state.status !== 'open') return [];
  const promisedOn = state.reception?.promisedOn ?? null;
  const code = state.reception?.code ?? lookupCode;
  const due = (at: string | undefined) => (state.suspended ? null : (at ?? null));
  return openTasksOf(state).map(({ place, task }): TaskRow => ({
    task_key: task.key,
    place_key: place.key,
    step: place.step,
    step_title: titleOf(chain, place),
    kind: task.added ? 'cosigning' : place.kind,
    post_id: task.post,
    office_id: task.office,
    unit_id: task.unit,
    assignee_id: task.assignee ?? null,
    claimed_by: task.claimedBy ?? null,
    entered_at: place.enteredAt,
    due_at: due(place.dueAt),
    not_before: place.notBefore ?? null,
    promised_on: promisedOn,
    code,
  }));
}

export function titleOf(chain: Chain, { step }: Pick<Place, 'step'>): LocalText {
  if (step === RECEPTION) return chain.reception.title;
  if (step === CONSULTATION) return { vi: 'Cho ý kiến', en: 'Give an opinion' };
  return stepOf(chain, step)?.title ?? { vi: 'Chờ bổ sung', en: 'Supplement awaited' };
}

type Submitted = Exclude<DossierState, { status: 'unsubmitted' }>;

/** What stands in the dossier's own row because of its state: to search, sort and permit by. */
export function stateColumns(state: Submitted, row: Pick<DossierRow, 'districtId' | 'provinceId'>) {
  return {
    sequence: state.sequence,
    submitted_at: state.submission.at,
    ...unitColumns(state, row),
    ...receptionColumns(state),
    ...endingColumns(state),
  };
}

/** Where the dossier belongs: by its ladder once it is received, before that by where it was handed in. */
export function unitColumns({ reception, submission }: Submitted, row: Pick<DossierRow, 'districtId' | 'provinceId'>) {
  const ladder = reception?.ladder ?? [];
  return {
    commune_id: unitAt(ladder, 'commune') ?? submission.competentUnit,
    district_id: unitAt(ladder, 'district') ?? row.districtId,
    province_id: unitAt(ladder, 'province') ?? row.provinceId,
    reception_unit_id: submission.receptionUnit,
  };
}

function receptionColumns({ reception }: Submitted) {
  if (!reception) return { code: null, received_on: null, promised_on: null };
  return { code: reception.code, received_on: reception.on, promised_on: reception.promisedOn ?? null };
}

function endingColumns(state: Submitted) {
  if (state.status === 'open') return { status: 'open', ending: null, ended_at: null };
  return { status: 'ended', ending: state.ending, ended_at: state.endedAt };
}
