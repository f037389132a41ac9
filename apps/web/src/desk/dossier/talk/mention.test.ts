import { begunAt, completed, offered, pieces, stillNamed } from './mention';

const person = (name: string) => ({ account: name, name });
const [diem, duong, hung] = [person('Phạm Thị Diễm'), person('Dương Văn Phước'), person('Trần Quốc Hưng')];
const PEOPLE = [duong, diem, hung];

it('begins at an @ that stands alone, and goes on over several words', () => {
  expect(begunAt('Nhờ @pham thi', 13)).toEqual({ from: 4, words: 'pham thi' });
  expect(begunAt('a@b.vn', 6)).toBeUndefined();
  expect(begunAt('@diem\nxem', 9)).toBeUndefined();
});

it('finds names without their marks, those first that begin so', () => {
  expect(offered(PEOPLE, 'diem')).toEqual([diem]);
  expect(offered(PEOPLE, 'Đ').map(({ name }) => name)).toEqual([duong.name, diem.name]);
  expect(offered(PEOPLE, 'qu')).toEqual([hung]);
  expect(offered(PEOPLE, 'h')[0]).toBe(hung);
  expect(offered(PEOPLE, 'khong co')).toEqual([]);
});

it('is done once the whole name is written', () => {
  const { text, caret } = completed('Nhờ @die xem', { from: 4, words: 'die' }, diem);

  expect(text).toBe('Nhờ @Phạm Thị Diễm xem');
  expect(begunAt(text, caret)).toMatchObject({ words: 'Phạm Thị Diễm ' });
  expect(offered(PEOPLE, 'Phạm Thị Diễm ')).toEqual([]);
});

it('counts as long as the name is there', () => {
  expect(stillNamed('@Phạm Thị Diễm xem', [diem, hung])).toEqual([diem]);
  expect(pieces('Nhờ @Phạm Thị Diễm xem', [diem])).toEqual([
    { text: 'Nhờ ', isName: false },
    { text: '@Phạm Thị Diễm', isName: true },
    { text: ' xem', isName: false },
  ]);
});
