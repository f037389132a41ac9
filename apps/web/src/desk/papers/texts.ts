import { defineTexts } from '../../shared/language';

export const PAPER_TEXTS = defineTexts(
  { toDossier: 'Về hồ sơ', next: 'Mở hồ sơ kế', title: 'Văn bản' },
  { toDossier: 'To the dossier', next: 'Open the next dossier', title: 'Paper' },
);
