import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain } from '@trinhduyet/approval';
import { aBranchingChain } from '@trinhduyet/approval/testing';
import { ladderOf } from './ladder';

const FORMS = join(__dirname, '../../../../../forms');
const CHAINS = readdirSync(FORMS).flatMap((type) => {
  const folder = join(FORMS, type, 'chains');
  return existsSync(folder) ? readdirSync(folder).map((file) => join(type, 'chains', file)) : [];
});
const chainOf = (path: string) => JSON.parse(readFileSync(join(FORMS, path), 'utf8')) as Chain;

describe.each(CHAINS)('the ladder of the chain %s', (name) => {
  const chain = chainOf(name);
  const { boxes, arrows, lanes, columns } = ladderOf(chain);
  const boxOf = (key: string) => boxes.find((box) => box.key === key);

  it('has every step once, and reception before them', () => {
    expect(boxes.map(({ key }) => key)).toEqual(['reception', ...chain.steps.map(({ key }) => key)]);
    expect(boxOf('reception')?.column).toBe(0);
  });

  it('leads on to the right and back to the left', () => {
    for (const { from, to, isReturn } of arrows) {
      const way = (boxOf(to)?.column ?? 0) - (boxOf(from)?.column ?? 0);
      expect(Math.sign(way)).toBe(isReturn ? -1 : 1);
    }
  });

  it('lets no two steps lie on each other', () => {
    const cells = boxes.map(({ lane, column, row }) => `${lane} ${column} ${row}`);

    expect(new Set(cells).size).toBe(boxes.length);
  });

  it('has a lane for each tier that somebody of it is asked at, and one for the village', () => {
    const asked = chain.steps.flatMap((step) => ('who' in step ? [step.who] : []));
    const expected = asked.map((who) => (who.function === 'village' ? 'village' : who.tier));

    expect(lanes.map(({ lane }) => lane)).toEqual(expect.arrayContaining(expected));
    expect(columns).toBeGreaterThan(6);
  });
});

describe('a paper step', () => {
  it('lies in the lane in which it was decided', () => {
    const { boxes } = ladderOf(chainOf('housing/chains/three-tier.json'));

    expect(boxes.find(({ key }) => key === 'draw-up-decision')?.lane).toBe('province');
  });
});

describe('branches', () => {
  it('part to the right, beside each other, and join in what comes after all of them', () => {
    const chain = aBranchingChain();
    const { boxes, arrows } = ladderOf(chain);
    const [branches] = chain.steps.filter(({ kind }) => kind === 'branches');
    const leadingTo = (key: string) =>
      arrows.filter(({ to, isReturn }) => to === key && !isReturn).map(({ from }) => from);

    expect(leadingTo('count')).toEqual([branches?.key]);
    expect(leadingTo('visit')).toEqual([branches?.key]);
    expect(leadingTo('sign').sort()).toEqual(['confirm-money', 'count', 'visit']);
    expect(boxes.find(({ key }) => key === 'sign')?.column).toBeGreaterThan(
      boxes.find(({ key }) => key === 'confirm-money')?.column ?? 0,
    );
  });
});
