import { PLACES } from '../people';
import { LIVELIHOOD } from '../stories/livelihood';
import { at, type DemoDossier, who } from './dossier';

/** The form of groups does not ask for the ethnic group. */
const NOT_ASKED = { ethnicity: undefined };
const { myTu } = PLACES;

export const LIVELIHOOD_DOSSIERS: readonly DemoDossier[] = [
  {
    applicant: 1,
    story: LIVELIHOOD,
    reached: 'received',
    daysAgo: 2,
    change: {
      applicant: {
        ...who('Thạch Sa Rươl', 'M', '1958-01-01', { id: '094058001234', phone: '0987654321' }),
        ...NOT_ASKED,
      },
    },
  },
  {
    applicant: 3,
    story: LIVELIHOOD,
    reached: 'council',
    daysAgo: 6,
    change: {
      proposerName: 'Tổ hợp tác nấm rơm Ấp 4',
      proposerKind: 'COOP_GROUP',
      projectTitle: 'Trồng nấm rơm trong nhà tại Ấp 4',
      sector: 'CROP',
      modelName: 'Nấm rơm',
      applicant: {
        ...who('Lý Thị Ngọc Ẩn', 'F', '1988-12-05', { id: '094188007777', phone: '0909888777' }),
        ...NOT_ASKED,
      },
      site: at(myTu, 'ap-4', ''),
    },
  },
  {
    applicant: 0,
    story: LIVELIHOOD,
    reached: 'decide',
    daysAgo: 12,
    change: {
      proposerName: 'Nhóm hộ nuôi gà thả vườn Ấp 3',
      projectTitle: 'Nuôi gà thả vườn tại Ấp 3',
      modelName: 'Gà thả vườn',
    },
  },
  {
    applicant: 3,
    story: LIVELIHOOD,
    reached: 'supplement',
    daysAgo: 4,
    change: {
      proposerName: 'Nhóm hộ nuôi vịt Ấp 4',
      projectTitle: 'Nuôi vịt xiêm tại Ấp 4',
      modelName: 'Vịt xiêm',
      applicant: { ...who('Lý Sên', 'M', '1969-03-03', { id: '094069003333', phone: '0909888777' }), ...NOT_ASKED },
      site: at(myTu, 'ap-4', ''),
    },
  },
];
