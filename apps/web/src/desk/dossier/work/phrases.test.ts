import { inserted } from './inserted';

describe('a sentence set into a text', () => {
  it('stands where the caret was, with room on both sides, and the caret behind it', () => {
    expect(inserted('Trước.Sau.', 'Giữa.', 6)).toEqual({ text: 'Trước. Giữa. Sau.', caret: 12 });
  });

  it('adds no room where there is some', () => {
    expect(inserted('', 'Câu.', 0)).toEqual({ text: 'Câu.', caret: 4 });
    expect(inserted('Trước. ', 'Câu.', 7)).toEqual({ text: 'Trước. Câu.', caret: 11 });
  });
});
