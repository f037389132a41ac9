import type { Duty, OfficeFunction, Tier } from '@trinhduyet/org';

interface PostPlan {
  readonly duty: Duty;
  readonly title: string;
  readonly titleEn: string;
  /** Above the name on papers, where it is not the title: KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền). */
  readonly signs?: string;
}

/** An office as units of a kind usually have it: which functions it serves, and which posts it has. */
export interface OfficePlan {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly functions: readonly OfficeFunction[];
  readonly posts: readonly PostPlan[];
}

const post = (duty: Duty, title: string, titleEn: string, signs?: string): PostPlan => ({
  duty,
  title,
  titleEn,
  signs,
});

const archivist = (title: string) => post('archivist', title, 'Archivist');
const office = (
  key: string,
  [name, nameEn]: [string, string],
  functions: OfficeFunction[],
  ...posts: PostPlan[]
): OfficePlan => ({
  key,
  name,
  nameEn,
  functions,
  posts,
});

const CHAIR = 'CHỦ TỊCH';
const FOR_THE_CHAIR = 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH';

const VILLAGES = office(
  'villages',
  ['Trưởng thôn, trưởng ấp', 'Village heads'],
  ['village'],
  post('village-head', 'Trưởng ấp', 'Village head'),
);

/** Appraises projects for the committee and votes by score (NĐ 27/2022/NĐ-CP Đ.21–22, NĐ 358/2025/NĐ-CP). */
const COUNCIL = office(
  'council',
  ['Hội đồng thẩm định', 'Appraisal council'],
  ['appraisal'],
  post('head', 'Chủ tịch Hội đồng thẩm định', 'Chair of the council'),
);

/** The province's, before and since 01/07/2025. */
const CONSTRUCTION = office(
  'construction',
  ['Sở Xây dựng', 'Department of Construction'],
  ['housing'],
  post('specialist', 'Chuyên viên Sở Xây dựng', 'Specialist'),
  post('head', 'Giám đốc Sở Xây dựng', 'Director', 'GIÁM ĐỐC'),
);

/** Offices since 01/07/2025 (NĐ 150/2025/NĐ-CP; phường have Phòng Kinh tế, Hạ tầng và Đô thị instead). */
const TWO_TIER: Readonly<Record<'commune' | 'province', readonly OfficePlan[]>> = {
  commune: [
    office(
      'one-stop',
      ['Trung tâm Phục vụ hành chính công', 'Public service centre'],
      ['reception'],
      post('clerk', 'Cán bộ một cửa', 'One-stop clerk'),
    ),
    VILLAGES,
    office(
      'economy',
      ['Phòng Kinh tế', 'Economic office'],
      ['housing', 'livelihood', 'finance'],
      post('specialist', 'Công chức Phòng Kinh tế', 'Specialist'),
      post('head', 'Trưởng phòng Kinh tế', 'Head of office'),
    ),
    office(
      'social',
      ['Phòng Văn hóa – Xã hội', 'Office of culture and social affairs'],
      ['training'],
      post('specialist', 'Công chức Phòng Văn hóa – Xã hội', 'Specialist'),
      post('head', 'Trưởng phòng Văn hóa – Xã hội', 'Head of office'),
    ),
    COUNCIL,
    office(
      'committee',
      ['Ủy ban nhân dân', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Chủ tịch UBND', 'Chair', CHAIR),
      archivist('Văn thư'),
    ),
  ],
  province: [
    CONSTRUCTION,
    office(
      'education',
      ['Sở Giáo dục và Đào tạo', 'Department of Education and Training'],
      ['training'],
      post('specialist', 'Chuyên viên Sở Giáo dục và Đào tạo', 'Specialist'),
      post('head', 'Giám đốc Sở Giáo dục và Đào tạo', 'Director', 'GIÁM ĐỐC'),
      archivist('Văn thư Sở Giáo dục và Đào tạo'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND', 'Vice chair', FOR_THE_CHAIR),
      archivist('Văn thư'),
    ),
    office(
      'programme',
      ['Sở Nông nghiệp và Môi trường', 'Department of Agriculture and Environment'],
      ['administration', 'livelihood'],
      post('administrator', 'Quản trị chương trình', 'Programme administrator'),
      post('specialist', 'Chuyên viên Sở Nông nghiệp và Môi trường', 'Specialist'),
    ),
  ],
};

/** Offices up to 30/06/2025, with the district between. */
const THREE_TIER: Readonly<Record<Tier, readonly OfficePlan[]>> = {
  commune: [
    office(
      'one-stop',
      ['Bộ phận Một cửa', 'One-stop counter'],
      ['reception'],
      post('clerk', 'Cán bộ một cửa', 'One-stop clerk'),
    ),
    VILLAGES,
    office(
      'land-construction',
      ['Địa chính – Nông nghiệp – Xây dựng', 'Land, agriculture and construction'],
      ['housing', 'livelihood', 'finance'],
      post('specialist', 'Công chức địa chính – nông nghiệp – xây dựng', 'Specialist'),
      post('head', 'Phụ trách địa chính – nông nghiệp – xây dựng', 'Head'),
    ),
    office(
      'social',
      ['Văn hóa – Xã hội', 'Culture and social affairs'],
      ['training'],
      post('specialist', 'Công chức văn hóa – xã hội', 'Specialist'),
      post('head', 'Phụ trách văn hóa – xã hội', 'Head'),
    ),
    office(
      'committee',
      ['Ủy ban nhân dân xã', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Chủ tịch UBND xã', 'Chair', CHAIR),
      archivist('Văn thư xã'),
    ),
  ],
  district: [
    office(
      'infrastructure',
      ['Phòng Kinh tế – Hạ tầng', 'Economy and infrastructure office'],
      ['housing'],
      post('specialist', 'Chuyên viên Phòng Kinh tế – Hạ tầng', 'Specialist'),
      post('head', 'Trưởng phòng Kinh tế – Hạ tầng', 'Head of office'),
    ),
    office(
      'agriculture',
      ['Phòng Nông nghiệp và PTNT', 'Agriculture and rural development office'],
      ['livelihood'],
      post('specialist', 'Chuyên viên Phòng Nông nghiệp và PTNT', 'Specialist'),
      post('head', 'Trưởng phòng Nông nghiệp và PTNT', 'Head of office'),
    ),
    office(
      'labour',
      ['Phòng LĐ-TB&XH', 'Labour and social affairs office'],
      ['training'],
      post('specialist', 'Chuyên viên Phòng LĐ-TB&XH', 'Specialist'),
      post('head', 'Trưởng phòng LĐ-TB&XH', 'Head of office'),
    ),
    office(
      'finance',
      ['Phòng Tài chính – Kế hoạch', 'Finance and planning office'],
      ['finance'],
      post('specialist', 'Chuyên viên Phòng Tài chính – Kế hoạch', 'Specialist'),
      post('head', 'Trưởng phòng Tài chính – Kế hoạch', 'Head of office'),
    ),
    COUNCIL,
    office(
      'committee',
      ['Ủy ban nhân dân huyện', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND huyện', 'Vice chair', FOR_THE_CHAIR),
      archivist('Văn thư huyện'),
    ),
  ],
  province: [
    CONSTRUCTION,
    office(
      'committee',
      ['Ủy ban nhân dân tỉnh', 'People’s Committee'],
      ['leadership', 'records'],
      post('leader', 'Phó Chủ tịch UBND tỉnh', 'Vice chair', FOR_THE_CHAIR),
      archivist('Văn thư tỉnh'),
    ),
    office(
      'programme',
      ['Sở LĐ-TB&XH', 'Department of Labour'],
      ['administration', 'training'],
      post('administrator', 'Quản trị chương trình', 'Programme administrator'),
    ),
  ],
};

export type LadderKind = 'two-tier' | 'three-tier';

/** The offices of a unit; only the old ladder has districts. */
export function plansOf(ladder: LadderKind, tier: Tier): readonly OfficePlan[] {
  return ladder === 'three-tier' || tier === 'district' ? THREE_TIER[tier] : TWO_TIER[tier];
}

/** Whether an office along this ladder serves the function and has the post: else a step would wait for nobody. */
export function isServed(ladder: readonly Tier[], who: { tier: Tier; function: string; duty: string }): boolean {
  const plans = plansOf(ladder.includes('district') ? 'three-tier' : 'two-tier', who.tier);
  return plans.some(
    ({ functions, posts }) =>
      functions.some((each) => each === who.function) && posts.some(({ duty }) => duty === who.duty),
  );
}
