import type { Data } from '@trinhduyet/form';
import { PLACES } from '../people';
import { HOUSING } from '../stories/housing';
import { at, type DemoDossier, who } from './dossier';

const REPAIR: Data = {
  requestKind: 'REPAIR',
  currentHousing: 'DILAPIDATED',
  estimatedCost: 35_000_000,
  fundingPlan: [
    { source: 'LOCAL', amount: 30_000_000 },
    { source: 'FAMILY', amount: 5_000_000 },
  ],
};

const { myTu, tranDe, huongSon, myThuan } = PLACES;

export const HOUSING_DOSSIERS: readonly DemoDossier[] = [
  {
    applicant: 0,
    story: HOUSING,
    reached: 'survey',
    daysAgo: 11,
    change: {
      applicant: who('Trần Thị Bích', 'F', '1965-04-12', { id: '094165000888', phone: '0912345678', ethnicity: '05' }),
      home: at(myTu, 'ap-3', 'Cạnh chùa, đường đê'),
    },
  },
  {
    applicant: 1,
    story: HOUSING,
    reached: 'decide',
    daysAgo: 13,
    change: {
      ...REPAIR,
      applicant: who('Thạch Sa Rươl', 'M', '1958-01-01', { id: '094058001234', phone: '0987654321', ethnicity: '05' }),
      home: at(myTu, 'ap-3', ''),
      members: 2,
    },
  },
  {
    applicant: 2,
    story: HOUSING,
    reached: 'supplement',
    daysAgo: 12,
    change: {
      applicant: who('Nguyễn Văn Đậu', 'M', '1979-09-30', { id: '094079004321', phone: '0355123456' }),
      home: at(myTu, 'ap-4', 'Xóm Lò Đường'),
    },
  },
  {
    applicant: 3,
    story: HOUSING,
    reached: 'submitted',
    daysAgo: 0,
    change: {
      ...REPAIR,
      applicant: who('Lý Thị Ngọc Ẩn', 'F', '1988-12-05', { id: '094188007777', phone: '0909888777', ethnicity: '04' }),
      home: at(myTu, 'ap-4', ''),
    },
  },
  {
    applicant: 1,
    story: HOUSING,
    reached: 'submitted',
    daysAgo: 1,
    change: {
      applicant: who('Thạch Thị Hoa', 'F', '1990-02-14', { id: '094190000456', phone: '0987654321', ethnicity: '05' }),
      home: at(myTu, 'ap-3', ''),
    },
  },
  {
    applicant: 2,
    story: HOUSING,
    reached: 'received',
    daysAgo: 3,
    change: {
      ...REPAIR,
      applicant: who('Nguyễn Thị Lành', 'F', '1971-06-20', { id: '094171002222', phone: '0355123456' }),
      home: at(myTu, 'ap-4', ''),
    },
  },
  {
    applicant: 3,
    story: HOUSING,
    reached: 'posting',
    daysAgo: 5,
    change: {
      applicant: who('Lý Sên', 'M', '1969-03-03', { id: '094069003333', phone: '0909888777', ethnicity: '04' }),
      home: at(myTu, 'ap-3', ''),
      landStatus: 'CERTIFIABLE',
    },
  },
  {
    applicant: 2,
    story: HOUSING,
    reached: 'survey',
    daysAgo: 20,
    change: {
      applicant: who('Võ Văn Chín', 'M', '1955-10-10', { id: '094055004444', phone: '0355123456' }),
      home: at(myTu, 'ap-4', ''),
      hazardZone: false,
    },
  },
  {
    applicant: 1,
    story: HOUSING,
    reached: 'number',
    daysAgo: 14,
    change: {
      ...REPAIR,
      applicant: who('Kim Thị Sà Vane', 'F', '1982-07-07', {
        id: '094182005555',
        phone: '0987654321',
        ethnicity: '05',
      }),
      home: at(myTu, 'ap-3', ''),
    },
  },
  {
    applicant: 3,
    story: HOUSING,
    reached: 'allocation',
    daysAgo: 16,
    change: {
      applicant: who('Huỳnh Văn Bảy', 'M', '1963-05-05', { id: '094063006666', phone: '0909888777' }),
      home: at(myTu, 'ap-4', ''),
    },
  },
  {
    applicant: 0,
    story: HOUSING,
    reached: 'approved',
    daysAgo: 30,
    change: {
      ...REPAIR,
      applicant: who('Trần Thị Bích', 'F', '1965-04-12', { id: '094165000888', phone: '0912345678', ethnicity: '05' }),
      home: at(myTu, 'ap-3', ''),
    },
  },
  {
    applicant: 2,
    story: HOUSING,
    reached: 'rejected',
    daysAgo: 24,
    change: {
      applicant: who('Nguyễn Văn Đậu', 'M', '1979-09-30', { id: '094079004321', phone: '0355123456' }),
      home: at(myTu, 'ap-4', ''),
      foundationSolid: true,
      frameWallSolid: true,
    },
  },
  {
    applicant: 1,
    story: HOUSING,
    reached: 'submitted',
    daysAgo: 0,
    change: {
      applicant: who('Sơn Ngọc Hưng', 'M', '1974-11-11', { id: '094074008888', phone: '0987654321', ethnicity: '05' }),
      home: at(tranDe, 'dau-giong', ''),
    },
  },
  {
    applicant: 3,
    story: HOUSING,
    reached: 'received',
    daysAgo: 2,
    change: {
      ...REPAIR,
      applicant: who('Đinh Thị Thương', 'F', '1967-08-08', { id: '042167009999', phone: '0909888777' }),
      home: at(huongSon, 'thon-1', ''),
    },
  },
  {
    applicant: 0,
    story: HOUSING,
    reached: 'submitted',
    daysAgo: 0,
    change: {
      applicant: who('Lý Hoàng Minh', 'M', '1985-01-15', { id: '094085001111', phone: '0912345678', ethnicity: '05' }),
      home: at(myThuan, 'tam-soc', ''),
    },
  },
  {
    applicant: 1,
    story: HOUSING,
    reached: 'survey',
    daysAgo: 9,
    change: {
      ...REPAIR,
      applicant: who('Danh Sóc Kha', 'M', '1977-04-18', { id: '094077002468', phone: '0987654321', ethnicity: '05' }),
      home: at(myThuan, 'tam-soc', ''),
    },
  },
];
