import { PLACES } from '../people';
import { VOCATIONAL } from '../stories/vocational';
import { at, type DemoDossier, who } from './dossier';

const { myTu, myThuan } = PLACES;

export const VOCATIONAL_DOSSIERS: readonly DemoDossier[] = [
  {
    applicant: 3,
    story: VOCATIONAL,
    reached: 'submitted',
    daysAgo: 0,
    change: {
      applicant: who('Lý Minh Tâm', 'M', '2005-05-20', { id: '094205001357', phone: '0909888777', ethnicity: '04' }),
      groups: ['NEAR_POOR'],
      home: at(myTu, 'ap-4', ''),
    },
  },
  { applicant: 0, story: VOCATIONAL, reached: 'received', daysAgo: 1, change: {} },
  {
    applicant: 1,
    story: VOCATIONAL,
    reached: 'class-list',
    daysAgo: 4,
    change: {
      applicant: who('Thạch Thị Hoa', 'F', '1990-02-14', { id: '094190000456', phone: '0987654321', ethnicity: '05' }),
      home: at(myTu, 'ap-3', ''),
    },
  },
  {
    applicant: 2,
    story: VOCATIONAL,
    reached: 'approved',
    daysAgo: 15,
    change: {
      applicant: who('Nguyễn Thị Lành', 'F', '1981-06-20', { id: '094181002222', phone: '0355123456' }),
      groups: ['POOR', 'RURAL_WORKER'],
      home: at(myTu, 'ap-4', ''),
    },
  },
  {
    applicant: 1,
    story: VOCATIONAL,
    reached: 'received',
    daysAgo: 1,
    change: {
      applicant: who('Danh Sóc Kha', 'M', '1997-04-18', { id: '094097002468', phone: '0987654321', ethnicity: '05' }),
      home: at(myThuan, 'tam-soc', ''),
    },
  },
];
