import type { HouseholdCategoryRow, Relation } from '@trinhduyet/persistence';
import { PLACES } from './people';

type Category = HouseholdCategoryRow['category'];

/** An invented person: `Trần Thị Bích · F · 1965-04-12`, and for a few what the dossiers of the demo say of them. */
export interface DemoMember {
  readonly relation: Relation;
  readonly name: string;
  readonly sex: 'M' | 'F';
  readonly born: string;
  readonly citizenNumber?: string;
  readonly phone?: string;
  /** Login of an account that is theirs. */
  readonly account?: string;
}
export interface DemoHousehold {
  readonly commune: string;
  readonly village: string;
  readonly ethnicity: string;
  readonly category?: Category;
  readonly members: readonly DemoMember[];
}

const member =
  (relation: Relation) =>
  (words: string, more: Pick<DemoMember, 'citizenNumber' | 'phone' | 'account'> = {}): DemoMember => {
    const [name = '', sex, born = ''] = words.split(' · ');
    return { relation, name, sex: sex === 'M' ? 'M' : 'F', born, ...more };
  };
const head = member('HEAD');
const spouse = member('SPOUSE');
const child = member('CHILD');
const parent = member('PARENT');
const grandchild = member('GRANDCHILD');

const KINH = '01';
const HOA = '04';
const KHMER = '05';

interface Place {
  readonly commune: string;
  readonly village: string;
}
const home =
  ({ commune, village }: Place) =>
  (ethnicity: string, category: Category | undefined, ...members: DemoMember[]): DemoHousehold => ({
    commune,
    village: `${commune}/${village}`,
    ethnicity,
    category,
    members,
  });
const inApThree = home({ commune: PLACES.myTu, village: 'ap-3' });
const inApFour = home({ commune: PLACES.myTu, village: 'ap-4' });
const inDauGiong = home({ commune: PLACES.tranDe, village: 'dau-giong' });
const inTamSoc = home({ commune: PLACES.myThuan, village: 'tam-soc' });

/** Households of the demo's communes. Nobody in them lives; numbers are made as real ones are, and belong to no one. */
export const HOUSEHOLDS: readonly DemoHousehold[] = [
  inApThree(
    KHMER,
    'POOR',
    head('Trần Thị Bích · F · 1965-04-12', {
      citizenNumber: '094165000888',
      phone: '0912345678',
      account: '0912345678',
    }),
    child('Kim Thị Bé Năm · F · 1991-06-01'),
    grandchild('Kim Minh Nhật · M · 2014-09-05'),
    grandchild('Kim Thị Ngọc Trâm · F · 2017-02-20'),
  ),
  inApThree(
    KHMER,
    'NEAR_POOR',
    head('Thạch Sa Rươl · M · 1958-01-01', {
      citizenNumber: '094058001234',
      phone: '0987654321',
      account: '0987654321',
    }),
    spouse('Kim Thị Sa Rinh · F · 1961-03-08'),
  ),
  inApThree(
    KHMER,
    'POOR',
    head('Danh Thị Sà Rây · F · 1970-02-01', { citizenNumber: '094170000123' }),
    child('Danh Hoàng Em · M · 1996-11-11'),
    child('Danh Thị Kim Ngân · F · 2003-05-19'),
    parent('Danh Sâm · M · 1944-01-01'),
  ),
  inApThree(
    KHMER,
    'NEWLY_ESCAPED',
    head('Kim Thị Sà Vane · F · 1982-07-07', { citizenNumber: '094182005555' }),
    spouse('Sơn Lâm · M · 1980-10-02'),
  ),
  inApThree(
    KHMER,
    'POOR',
    head('Thạch Thị Hoa · F · 1990-02-14', { citizenNumber: '094190000456' }),
    child('Thạch Minh Khôi · M · 2012-12-24'),
  ),
  inApThree(
    HOA,
    undefined,
    head('Lý Sên · M · 1969-03-03', { citizenNumber: '094069003333' }),
    spouse('Quách Thị Muội · F · 1972-08-15'),
  ),
  inApThree(KHMER, 'POOR', head('Sơn Thị Ẫm · F · 1949-06-30'), grandchild('Sơn Chí Bảo · M · 2008-04-04')),
  inApThree(
    KHMER,
    'POOR',
    head('Lâm Sà Phone · M · 1976-09-09'),
    spouse('Thị Hạnh · F · 1979-01-20'),
    child('Lâm Thị Đa Ni · F · 2005-07-17'),
  ),
  inApThree(KINH, 'NEAR_POOR', head('Phạm Văn Hết · M · 1960-05-02'), spouse('Nguyễn Thị Út · F · 1964-12-12')),
  inApThree(KHMER, undefined, head('Trà Thị Sô Phia · F · 1987-03-27'), child('Trà Quốc Huy · M · 2010-10-10')),
  inApThree(KINH, 'POOR', head('Đỗ Thị Lệ · F · 1953-11-23')),
  inApThree(
    KHMER,
    'NEAR_POOR',
    head('Tăng Hel · M · 1968-08-08'),
    spouse('Kim Thị Nuôi · F · 1970-01-05'),
    child('Tăng Thị Mỹ Duyên · F · 1999-09-19'),
  ),
  inApThree(KINH, undefined, head('Lê Hoàng Phúc · M · 1984-04-30'), spouse('Trần Ngọc Diễm · F · 1986-06-06')),
  inApFour(
    KINH,
    'POOR',
    head('Nguyễn Văn Đậu · M · 1979-09-30', {
      citizenNumber: '094079004321',
      phone: '0355123456',
      account: '0355123456',
    }),
    spouse('Bùi Thị Thắm · F · 1983-02-11'),
    child('Nguyễn Thị Mộng Kha · F · 2006-08-21'),
  ),
  inApFour(
    HOA,
    'NEAR_POOR',
    head('Lý Thị Ngọc Ẩn · F · 1988-12-05', {
      citizenNumber: '094188007777',
      phone: '0909888777',
      account: '0909888777',
    }),
    parent('Lý Phước · M · 1957-07-07'),
  ),
  inApFour(
    KINH,
    'POOR',
    head('Nguyễn Thị Lành · F · 1971-06-20', { citizenNumber: '094171002222' }),
    child('Trần Văn Tí · M · 1998-03-03'),
  ),
  inApFour(
    KINH,
    'POOR',
    head('Võ Văn Chín · M · 1955-10-10', { citizenNumber: '094055004444' }),
    spouse('Lê Thị Ba · F · 1958-04-18'),
  ),
  inApFour(
    KINH,
    'NEAR_POOR',
    head('Huỳnh Văn Bảy · M · 1963-05-05', { citizenNumber: '094063006666' }),
    spouse('Đặng Thị Sáu · F · 1966-09-01'),
  ),
  inApFour(
    KHMER,
    'POOR',
    head('Thạch Rinh · M · 1973-07-14'),
    spouse('Sơn Thị Si Na · F · 1975-11-30'),
    child('Thạch Thị Ri Ta · F · 2007-01-09'),
  ),
  inApFour(KINH, 'NEWLY_ESCAPED', head('Trương Thị Mười · F · 1967-10-26'), child('Phan Văn Đức · M · 1994-02-02')),
  inApFour(KINH, undefined, head('Hồ Văn Nghĩa · M · 1981-12-01'), spouse('Ngô Thị Tuyết · F · 1985-05-15')),
  inApFour(HOA, 'POOR', head('Trịnh Thị Lài · F · 1946-02-08')),
  inApFour(
    KINH,
    'NEAR_POOR',
    head('Cao Văn Lượm · M · 1959-09-17'),
    child('Cao Thị Thúy An · F · 1992-06-25'),
    grandchild('Cao Gia Hân · F · 2018-03-12'),
  ),
  inApFour(
    KHMER,
    'POOR',
    head('Kim Sóc Kha · M · 1986-08-29'),
    spouse('Danh Thị Lan · F · 1989-10-07'),
    child('Kim Thị Sóc Ni · F · 2013-05-05'),
  ),
  inDauGiong(
    KHMER,
    'POOR',
    head('Sơn Ngọc Hưng · M · 1974-11-11', { citizenNumber: '094074008888' }),
    spouse('Lâm Thị Sa Vươn · F · 1977-04-14'),
  ),
  inDauGiong(KINH, 'NEAR_POOR', head('Mã Thị Hồng · F · 1962-01-28')),
  inDauGiong(HOA, undefined, head('Trần Quốc Lâm · M · 1978-06-19'), spouse('Lưu Thị Kiều · F · 1980-08-03')),
  inTamSoc(
    KHMER,
    'POOR',
    head('Lý Hoàng Minh · M · 1985-01-15', { citizenNumber: '094085001111' }),
    spouse('Thạch Thị Sô Phiêp · F · 1987-07-22'),
  ),
  inTamSoc(
    KHMER,
    'POOR',
    head('Danh Sóc Kha · M · 1977-04-18', { citizenNumber: '094077002468' }),
    child('Danh Thị Chanh Tha · F · 2004-04-13'),
  ),
  inTamSoc(
    KHMER,
    'NEAR_POOR',
    head('Thạch Thị Tập · F · 1972-03-16', { citizenNumber: '094172000321' }),
    parent('Thạch Sang · M · 1941-01-01'),
  ),
  inTamSoc(KINH, 'POOR', head('Nguyễn Thị Huấn · F · 1956-12-09')),
  inTamSoc(
    KHMER,
    'NEWLY_ESCAPED',
    head('Kim Ngọc Thái · M · 1970-10-21'),
    spouse('Sơn Thị Bích Liên · F · 1974-02-27'),
  ),
];
