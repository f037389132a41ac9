import { cleanup, render, screen } from '@testing-library/react';
import type { PlanField } from '@trinhduyet/form';
import { AnswerValue } from './Answers';
import { filesOf } from './form-files';

afterEach(cleanup);

const PHOTOS = { key: 'photos', pointer: '/photos', widget: 'photos', title: { vi: 'Ảnh', en: 'Photos' } };
const file = (id: string, mediaType: string) => ({
  id,
  field: '/photos',
  mediaType,
  size: 1,
  at: '2026-04-08T02:00:00Z',
});

it('shows a photo as a picture, and a paper that came as a PDF by its name', () => {
  const files = filesOf({ id: 'd', files: [file('a', 'image/jpeg'), file('b', 'application/pdf')] as never });

  render(<AnswerValue field={PHOTOS as unknown as PlanField} value={['a', 'b']} files={files} />);

  expect(screen.getAllByRole('img').map((picture) => picture.getAttribute('src'))).toEqual([files.addressOf('a')]);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['a', 'b'].map(files.addressOf));
  screen.getByText('PDF');
});
