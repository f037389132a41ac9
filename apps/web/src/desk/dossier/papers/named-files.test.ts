import type { Schema } from '@trinhduyet/api-client';
import { namedFiles } from './named-files';

const file = (id: string, mediaType = 'image/jpeg') => ({ id, field: '/photos', name: 'x', mediaType, bytes: 1 });
const title = { vi: 'Ảnh nhà', en: 'Photos of the house' };
const form = { plan: { fields: [{ pointer: '/photos', widget: 'photos', title }] } } as unknown as Schema<'Form'>;

describe('the files of a dossier', () => {
  it('are named by the question that they answer', () => {
    const dossier = { form, access: {}, document: { photos: ['a', 'b'] }, files: [file('a'), file('b')] };

    expect(namedFiles(dossier).map((each) => each.title.vi)).toEqual(['Ảnh nhà, ảnh 1', 'Ảnh nhà, ảnh 2']);
  });

  it('that a supplement has replaced come last, and say so', () => {
    const dossier = {
      form,
      access: {},
      document: { photos: ['new', 'b'] },
      files: [file('a'), file('b'), file('new')],
    };

    expect(namedFiles(dossier).map(({ id, title: { vi } }) => [id, vi])).toEqual([
      ['b', 'Ảnh nhà, ảnh 1'],
      ['new', 'Ảnh nhà, ảnh 2'],
      ['a', 'Ảnh nhà, ảnh 1 của bản trước'],
    ]);
  });

  it('are not shown to whom the answer is hidden', () => {
    const access = { '/photos': 'masked' } as const;

    expect(namedFiles({ form, access, document: { photos: ['•'] }, files: [file('a')] })).toEqual([]);
  });

  it('are opened elsewhere when they are no picture', () => {
    const [paper] = namedFiles({
      form,
      access: {},
      document: { photos: ['a'] },
      files: [file('a', 'application/pdf')],
    });

    expect(paper?.isImage).toBe(false);
  });
});
