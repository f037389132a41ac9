import { defineTexts } from '../../../shared/language';

export const PHRASE_TEXTS = defineTexts(
  {
    phrases: 'Mẫu câu',
    basis: (basis: string) => `Căn cứ: ${basis}`,
    withBasis: (text: string, basis: string) => `${text} Căn cứ: ${basis}.`,
    own: 'Mẫu câu của tôi',
    keep: 'Lưu nội dung đang viết làm mẫu câu',
    kept: 'Đã lưu mẫu câu.',
    dropSome: 'Xóa bớt mẫu câu',
    dropped: 'Xong',
    drop: (text: string) => `Xóa: ${text}`,
  },
  {
    phrases: 'Phrases',
    basis: (basis) => `Legal basis: ${basis}`,
    withBasis: (text, basis) => `${text} Legal basis: ${basis}.`,
    own: 'My phrases',
    keep: 'Keep what is written as a phrase',
    kept: 'The phrase is kept.',
    dropSome: 'Delete some phrases',
    dropped: 'Done',
    drop: (text) => `Delete: ${text}`,
  },
);
