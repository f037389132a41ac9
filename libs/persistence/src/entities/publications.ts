import { day, integer, key, moment, optional, table, text } from './columns';

export interface PublicationRow {
  publicationId: string;
  kind: 'request-type' | 'form' | 'chain' | 'paper' | 'checks';
  sha256: string;
  body: string;
}
export const PublicationEntity = table<PublicationRow>({
  name: 'publication',
  columns: { publicationId: key(text()), kind: text(), sha256: text(), body: text() },
  indices: { publication_sha256_idx: ['sha256'] },
  checks: { publication_kind_check: `kind IN ('request-type', 'form', 'chain', 'paper', 'checks', 'table')` },
});

export interface RequestTypeRow {
  key: string;
  version: number;
  publicationId: string;
  validFrom: string;
  validTo: string | null;
  publishedAt: string;
}
export const RequestTypeEntity = table<RequestTypeRow>({
  name: 'request_type',
  columns: {
    key: key(text()),
    version: key(integer()),
    publicationId: text(),
    validFrom: day(),
    validTo: optional(day()),
    publishedAt: moment(),
  },
  references: { request_type_publication_fk: ['publicationId', 'publication', 'publicationId'] },
});
