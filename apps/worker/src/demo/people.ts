import { newUnit, type Staffing, trainingUnit, TWO_TIERS_FROM } from '@trinhduyet/directory';

/** Where the demo plays: two of today's real provinces, and old Sóc Trăng with its three tiers for training. */
export const PLACES = {
  myTu: newUnit('31567'),
  tranDe: newUnit('31673'),
  canTho: newUnit('92'),
  huongSon: newUnit('18133'),
  haTinh: newUnit('42'),
  myThuan: trainingUnit('31609'),
  myTuDistrict: trainingUnit('944'),
  socTrang: trainingUnit('94'),
} as const;

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
}

/** Invented people; the logins of officials say what they do and where. */
const person = (login: string, name: string): DemoPerson => ({ login, name });

export const APPLICANTS = [
  person('0912345678', 'Trần Thị Bích'),
  person('0987654321', 'Thạch Sa Rươl'),
  person('0355123456', 'Nguyễn Văn Đậu'),
  person('0909888777', 'Lý Thị Ngọc Ẩn'),
] as const;

export const OFFICIALS = {
  clerk: person('motcua.mytu', 'Võ Thị Hồng Cúc'),
  villageHead3: person('truongap3.mytu', 'Kim Sươl'),
  villageHead4: person('truongap4.mytu', 'Huỳnh Văn Út'),
  specialist: person('nhao.mytu', 'Lê Minh Khang'),
  colleague: person('nhao2.mytu', 'Phạm Thị Diễm'),
  head: person('truongphong.mytu', 'Đặng Quốc Thái'),
  chair: person('chutich.mytu', 'Nguyễn Thành Trung'),
  archivist: person('vanthu.mytu', 'Trịnh Thị Ánh'),
  trainer: person('daotao.mytu', 'Nguyễn Thị Kim Thoa'),
  council: person('hoidong.mytu', 'Trương Thị Bạch Tuyết'),
  provinceSpecialist: person('soxaydung.cantho', 'Bùi Đức Hải'),
  provinceLeader: person('lanhdao.cantho', 'Hồ Thị Ngọc Lan'),
  provinceArchivist: person('vanthu.cantho', 'Mai Văn Phước'),
  education: person('sogddt.cantho', 'Phan Văn Kiệm'),
  educationHead: person('giamdocgddt.cantho', 'Trần Thị Huyền Trân'),
  educationArchivist: person('vanthugddt.cantho', 'Lê Hồng Đào'),
  administrator: person('quantri.cantho', 'Đỗ Thị Ẫm'),
  clerkTranDe: person('motcua.trande', 'Sơn Thị Mỹ Linh'),
  specialistTranDe: person('nhao.trande', 'Trương Công Định'),
  chairTranDe: person('chutich.trande', 'Lâm Văn Sang'),
  archivistTranDe: person('vanthu.trande', 'Cao Thị Bé'),
  trainerTranDe: person('daotao.trande', 'Thạch Thị Sa Rinh'),
  councilTranDe: person('hoidong.trande', 'Ngô Thanh Liêm'),
  villageHeadTranDe: person('truongap.trande', 'Danh Hoàng'),
  clerkHuongSon: person('motcua.huongson', 'Phan Thị Thu Hà'),
  villageHeadHuongSon: person('truongthon.huongson', 'Đinh Văn Lương'),
  specialistHuongSon: person('nhao.huongson', 'Trần Đình Nam'),
  chairHuongSon: person('chutich.huongson', 'Nguyễn Hữu Phúc'),
  archivistHuongSon: person('vanthu.huongson', 'Lê Thị Hoài'),
  trainerHuongSon: person('daotao.huongson', 'Nguyễn Thị Lý'),
  councilHuongSon: person('hoidong.huongson', 'Phạm Đình Quý'),
  provinceSpecialistHaTinh: person('soxaydung.hatinh', 'Hoàng Trung Dũng'),
  provinceLeaderHaTinh: person('lanhdao.hatinh', 'Võ Trọng Nghĩa'),
  educationHaTinh: person('sogddt.hatinh', 'Đặng Thị Nhung'),
  educationHeadHaTinh: person('giamdocgddt.hatinh', 'Trần Hậu Đức'),
  educationArchivistHaTinh: person('vanthugddt.hatinh', 'Bùi Thị Sáu'),
  clerkTraining: person('motcua.taphuan', 'Trần Ngọc Mai'),
  villageHeadTraining: person('truongap.taphuan', 'Lý Hên'),
  specialistTraining: person('xaydung.taphuan', 'Ngô Văn Hiếu'),
  chairTraining: person('chutichxa.taphuan', 'Quách Văn Toàn'),
  districtSpecialist: person('phongkthuyen.taphuan', 'Dương Thị Kiều'),
  districtLeader: person('lanhdaohuyen.taphuan', 'Phạm Văn Bình'),
  provinceSpecialistTraining: person('soxaydung.taphuan', 'Châu Thị Phượng'),
  provinceLeaderTraining: person('lanhdaotinh.taphuan', 'Lê Văn Hẳn'),
  provinceArchivistTraining: person('vanthutinh.taphuan', 'Tô Thị Sen'),
  archivistTraining: person('vanthuxa.taphuan', 'Kim Thị Thu'),
  trainerTraining: person('vanxa.taphuan', 'Sơn Thị Huệ'),
  agricultureTraining: person('phongnnhuyen.taphuan', 'Trịnh Công Bằng'),
  labourTraining: person('phongldhuyen.taphuan', 'Huỳnh Thị Ngoan'),
  financeTraining: person('phongtchuyen.taphuan', 'Vương Quốc Hùng'),
  councilTraining: person('hoidonghuyen.taphuan', 'Lâm Thị Út'),
  districtArchivist: person('vanthuhuyen.taphuan', 'Tăng Thị Mỹ'),
} as const;
export type Official = keyof typeof OFFICIALS;

const apThree = { key: 'ap-3', name: 'Ấp 3' };
const apFour = { key: 'ap-4', name: 'Ấp 4' };

/** Who sits where. Keys of people are `office/duty`, as in the plan of offices. The telephone numbers are nobody's. */
export const STAFFINGS: readonly (Omit<Staffing, 'people'> & {
  readonly people: Readonly<Record<string, readonly Official[]>>;
})[] = [
  {
    unit: PLACES.myTu,
    telephone: '0292 000 0001',
    tier: 'commune',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    villages: [apThree, apFour],
    people: {
      'one-stop/clerk': ['clerk'],
      'villages/village-head/ap-3': ['villageHead3'],
      'villages/village-head/ap-4': ['villageHead4'],
      'economy/specialist': ['specialist', 'colleague'],
      'economy/head': ['head'],
      'social/specialist': ['trainer'],
      'council/head': ['council'],
      'committee/leader': ['chair'],
      'committee/archivist': ['archivist'],
    },
  },
  {
    unit: PLACES.tranDe,
    telephone: '0292 000 0002',
    tier: 'commune',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    villages: [{ key: 'dau-giong', name: 'Ấp Đầu Giồng' }],
    people: {
      'one-stop/clerk': ['clerkTranDe'],
      'villages/village-head/dau-giong': ['villageHeadTranDe'],
      'economy/specialist': ['specialistTranDe'],
      'social/specialist': ['trainerTranDe'],
      'council/head': ['councilTranDe'],
      'committee/leader': ['chairTranDe'],
      'committee/archivist': ['archivistTranDe'],
    },
  },
  {
    unit: PLACES.canTho,
    telephone: '0292 000 0003',
    tier: 'province',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    people: {
      'construction/specialist': ['provinceSpecialist'],
      'education/specialist': ['education'],
      'education/head': ['educationHead'],
      'education/archivist': ['educationArchivist'],
      'committee/leader': ['provinceLeader'],
      'committee/archivist': ['provinceArchivist'],
      'programme/administrator': ['administrator'],
    },
  },
  {
    unit: PLACES.huongSon,
    telephone: '0292 000 0004',
    tier: 'commune',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    villages: [{ key: 'thon-1', name: 'Thôn 1' }],
    people: {
      'one-stop/clerk': ['clerkHuongSon'],
      'villages/village-head/thon-1': ['villageHeadHuongSon'],
      'economy/specialist': ['specialistHuongSon'],
      'social/specialist': ['trainerHuongSon'],
      'council/head': ['councilHuongSon'],
      'committee/leader': ['chairHuongSon'],
      'committee/archivist': ['archivistHuongSon'],
    },
  },
  {
    unit: PLACES.haTinh,
    telephone: '0292 000 0005',
    tier: 'province',
    ladder: 'two-tier',
    validFrom: TWO_TIERS_FROM,
    people: {
      'construction/specialist': ['provinceSpecialistHaTinh'],
      'education/specialist': ['educationHaTinh'],
      'education/head': ['educationHeadHaTinh'],
      'education/archivist': ['educationArchivistHaTinh'],
      'committee/leader': ['provinceLeaderHaTinh'],
    },
  },
  {
    unit: PLACES.myThuan,
    telephone: '0292 000 0006',
    tier: 'commune',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    villages: [{ key: 'tam-soc', name: 'Ấp Tam Sóc' }],
    people: {
      'one-stop/clerk': ['clerkTraining'],
      'villages/village-head/tam-soc': ['villageHeadTraining'],
      'land-construction/specialist': ['specialistTraining'],
      'social/specialist': ['trainerTraining'],
      'committee/leader': ['chairTraining'],
      'committee/archivist': ['archivistTraining'],
    },
  },
  {
    unit: PLACES.myTuDistrict,
    telephone: '0292 000 0007',
    tier: 'district',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    people: {
      'infrastructure/specialist': ['districtSpecialist'],
      'agriculture/specialist': ['agricultureTraining'],
      'labour/specialist': ['labourTraining'],
      'finance/specialist': ['financeTraining'],
      'council/head': ['councilTraining'],
      'committee/leader': ['districtLeader'],
      'committee/archivist': ['districtArchivist'],
    },
  },
  {
    unit: PLACES.socTrang,
    telephone: '0292 000 0008',
    tier: 'province',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    people: {
      'construction/specialist': ['provinceSpecialistTraining'],
      'committee/leader': ['provinceLeaderTraining'],
      'committee/archivist': ['provinceArchivistTraining'],
    },
  },
];
