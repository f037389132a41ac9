import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { fold } from '@trinhduyet/text';
import { v7 } from 'uuid';
import { openNumber, sealNumber, subjectKey } from '../writing/secrets';

export interface HouseholdCard {
  readonly id: string;
  readonly headName: string;
  readonly relation: string;
  readonly members: readonly { readonly name: string; readonly relation: string; readonly birthYear: number | null }[];
  /** As a decision has recognised it today; nothing that anybody says of themselves. */
  readonly category: {
    readonly category: string;
    readonly decisionNo: string;
    readonly decidedOn: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  } | null;
}

/** A person of the register as the counter shows them. The citizen number is masked: whoever scans a card has it in hand. */
export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly maskedNumber: string | null;
  readonly dateOfBirth: string | null;
  readonly birthYear: number | null;
  readonly sex: 'M' | 'F';
  readonly ethnicity: string | null;
  readonly phone: string | null;
  readonly commune: string;
  readonly communeName: string;
  readonly village: string | null;
  readonly villageName: string | null;
  readonly household: HouseholdCard | null;
}

/** A person with what only the filing of a dossier needs. */
export interface KnownPerson {
  readonly card: PersonCard;
  readonly training: boolean;
  readonly citizenNumber: string | null;
}

export interface OpenDossier {
  readonly dossier: string;
  readonly requestType: string;
  readonly code: string;
  readonly unitName: string;
  readonly submittedAt: string;
  readonly promisedOn: string | null;
  /** Whether this office may open it. */
  readonly isSeen: boolean;
  /** It came on paper, here, and papers are missing that can be brought. */
  readonly awaitsPapers: boolean;
  /** Of the person, not only of somebody in the household. */
  readonly isOwn: boolean;
}

type Row = { readonly card: Omit<PersonCard, 'maskedNumber'> & { sealedNumber: string | null; training: boolean } };

export const MOST_PEOPLE = 20;

/** Reads the register as a reception may: one person by number or id, those of the own commune by name. */
export class Register {
  constructor(
    private readonly transaction: Transaction,
    private readonly secret: string,
  ) {}

  async byNumber(citizenNumber: string, training: boolean): Promise<KnownPerson | undefined> {
    const [found] = await this.people('door.person_by_key($1, $2)', [subjectKey(this.secret, citizenNumber), training]);
    return found;
  }

  async byId(id: string): Promise<KnownPerson | undefined> {
    const [found] = await this.people('door.person_by_id($1)', [id]);
    return found;
  }

  /** By name, diacritics aside; one more than are shown, so that it can be said that there are more. */
  byWords(words: string, unit: string): Promise<readonly KnownPerson[]> {
    return this.people('door.people_by_name($1, $2)', [fold(words), unit]);
  }

  /** Open dossiers of the person and of the household. */
  openDossiers(citizenNumber: string, training: boolean): Promise<readonly OpenDossier[]> {
    return this.transaction.query<OpenDossier>(
      `SELECT dossier_id AS dossier, request_type AS "requestType", code, unit_name AS "unitName", submitted_at AS "submittedAt",
         promised_on AS "promisedOn", is_seen AS "isSeen", awaits_papers AS "awaitsPapers", is_own AS "isOwn"
       FROM door.open_dossiers_of($1, $2)`,
      [subjectKey(this.secret, citizenNumber), training],
    );
  }

  async add(person: PersonToAdd): Promise<string> {
    const id = v7();
    const { citizenNumber, name, dateOfBirth = null, sex, commune, village, training, by, phone = null } = person;
    await this.transaction.query(
      `INSERT INTO person (person_id, commune_id, village_id, training, subject_key, sealed_number, name, search_text, date_of_birth,
         birth_year, sex, phone, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, door.now())`,
      [
        ...[id, commune, village ?? null, training],
        ...[
          subjectKey(this.secret, citizenNumber),
          sealNumber(this.secret, citizenNumber),
          name,
          fold(name),
          dateOfBirth,
        ],
        ...[dateOfBirth === null ? null : Number(dateOfBirth.slice(0, 4)), sex, phone, by],
      ],
    );
    return id;
  }

  /** Whose dossiers the person's are: their account, or one that was made for them now and nobody can sign in to. */
  async accountOf(person: string): Promise<string> {
    const row = await this.transaction.one<{ account: string | null }>(
      'SELECT door.account_of_person($1, $2) AS account',
      [person, v7()],
    );
    if (!row?.account) throw new Problem('not-found');
    return row.account;
  }

  private async people(from: string, parameters: readonly unknown[]): Promise<readonly KnownPerson[]> {
    const rows = await this.transaction.query<Row>(`SELECT card FROM ${from} AS card`, parameters);
    return rows.map(({ card: { sealedNumber, training, ...card } }) => {
      const citizenNumber = sealedNumber === null ? null : openNumber(this.secret, Buffer.from(sealedNumber, 'hex'));
      return { training, citizenNumber, card: { ...card, maskedNumber: citizenNumber && masked(citizenNumber) } };
    });
  }
}

export interface PersonToAdd {
  readonly citizenNumber: string;
  readonly name: string;
  readonly dateOfBirth?: string;
  readonly sex: 'M' | 'F';
  readonly phone?: string;
  readonly commune: string;
  readonly village?: string;
  readonly training: boolean;
  readonly by: string;
}

const masked = (citizenNumber: string) => citizenNumber.slice(0, 4).padEnd(citizenNumber.length, '•');
