import { defineTexts } from '../../shared/language';

export const NOTICE_TEXTS = defineTexts(
  { title: 'Thông báo', none: 'Chưa có thông báo nào.', fresh: 'mới' },
  { title: 'Notices', none: 'There are no notices.', fresh: 'new' },
);
