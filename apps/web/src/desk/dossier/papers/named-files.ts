import type { Schema } from '@trinhduyet/api-client';
import { valueAt } from '@trinhduyet/form';
import { planOf } from '../../../shared/form/open-form';
import type { Text } from '../../../shared/language';
import { DOSSIER_TEXTS } from '../texts';

type Dossier = Pick<Schema<'DossierView'>, 'files' | 'form' | 'document' | 'access' | 'counter'>;

export interface DossierFile {
  readonly id: string;
  readonly field: string;
  /** What it shows, by the question that it answers, such as “Photos of the house, photo 2”. */
  readonly title: Text;
  /** Which of the photos of that question, in Vietnamese: applicants read it. */
  readonly ofPhoto: string;
  readonly isImage: boolean;
}

/** The files that the reader may see: those of today's answers first, then those that a supplement has replaced. */
export function namedFiles({ files, form, document, access, counter }: Dossier): readonly DossierFile[] {
  const { fields } = planOf(form);
  const titleOf = (field: string): Text => {
    const question = fields.find(({ pointer }) => pointer === field);
    if (question && question.widget !== 'group') return question.title;
    return paperOf(field)?.title ?? { vi: field, en: field };
  };
  const paperOf = (field: string) => counter?.papers.find(({ key }) => field === `/checklist/${key}`);
  // Scans of a paper dossier answer nothing until its form is typed in; some belong to no question at all.
  const isScan = (field: string) => counter?.transcribed === false || paperOf(field) !== undefined;
  const isCurrent = ({ field, id }: Dossier['files'][number]) =>
    isScan(field) || answersOf(document, field).includes(id);
  const seen = files.filter(({ field }) => access[field] !== 'masked');
  const named = (list: Dossier['files'], name: 'photoOf' | 'formerPhotoOf') =>
    list.map(({ id, field, mediaType }) => {
      const number = list.filter((each) => each.field === field).findIndex((each) => each.id === id) + 1;
      const { vi, en } = titleOf(field);
      const title = { vi: DOSSIER_TEXTS.vi[name](vi, number), en: DOSSIER_TEXTS.en[name](en, number) };
      return { id, field, title, ofPhoto: DOSSIER_TEXTS.vi.photo(number), isImage: mediaType.startsWith('image/') };
    });
  return [
    ...named(seen.filter(isCurrent), 'photoOf'),
    ...named(
      seen.filter((file) => !isCurrent(file)),
      'formerPhotoOf',
    ),
  ];
}

/** Whether there are photos or papers that this reader does not see: the server has kept them back. */
export function hidesFiles({ form, access }: Pick<Dossier, 'form' | 'access'>): boolean {
  return planOf(form).fields.some(({ widget, pointer }) => widget === 'photos' && access[pointer] === 'masked');
}

function answersOf(document: Dossier['document'], field: string): readonly unknown[] {
  const value = valueAt(document, field);
  return Array.isArray(value) ? value : [];
}
