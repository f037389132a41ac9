import { inspect, readRequestTypeFolder } from '@trinhduyet/request-types';
import { join } from 'node:path';
import { partOfPostgres, readStat, spent } from './cpu.mjs';
import { readOptions } from './options.mjs';
import { figure, median, percentile, spreadText } from './stats.mjs';

describe('percentiles', () => {
  test('given a hundred values in any order, when asked, then it is the nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);

    expect([0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([50, 95, 100]);
  });

  test('given few values, when asked, then it is one of them; given none, then nothing', () => {
    expect(percentile([3, 1, 2], 0.95)).toBe(3);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('given an even number of rounds, when the middle is asked for, then it lies between two', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe('figures', () => {
  test.each([
    [1234.5, '1235'],
    [12.345, '12.3'],
    [0.12345, '0.12'],
    [Number.NaN, '–'],
  ])('given %d, when told, then as %s', (value, text) => expect(figure(value)).toBe(text));

  test('given several rounds, when told, then with the least and the most', () => {
    expect(spreadText([3, 1, 2])).toBe('2 [1..3]');
    expect(spreadText([3])).toBe('3');
  });
});

describe('CPU time', () => {
  test('given a process whose name holds blanks and brackets, when its line is read, then the fields are the right ones', () => {
    const line = '42 (a (strange) name) S 7 42 42 0 -1 4194304 100 0 0 0 11 5 3 2 20 0 1 0 100 1000 100';

    expect(readStat(line)).toEqual({ parent: 7, own: 16, reaped: 5 });
  });

  test.each([
    ['postgres: td_app trinhduyet 127.0.0.1(54321) idle', 'td_app'],
    ['postgres: temporal temporal_visibility 127.0.0.1(54321) INSERT', 'temporal'],
    ['postgres: checkpointer ', 'background'],
    ['postgres: io worker 0', 'background'],
    ['postgres: autovacuum worker trinhduyet', 'background'],
    ['postgres: logical replication launcher ', 'background'],
  ])('given the process "%s", when it is told apart, then it is %s', (title, part) => {
    expect(partOfPostgres(title)).toBe(part);
  });

  test('given two looks, when they are compared, then a part that is new counts from nothing', () => {
    expect(spent({ api: 10 }, { api: 25, worker: 5 })).toEqual({ api: 15, worker: 5 });
  });
});

describe('the request type', () => {
  test('given its folder, when it is inspected as before publishing, then nothing keeps it from that', () => {
    expect(inspect(readRequestTypeFolder(join(__dirname, 'request-type')))).toEqual([]);
  });
});

describe('options', () => {
  test('given none, when read, then everything is measured', () => {
    expect(readOptions([])).toMatchObject({ clients: [1, 8, 32], temporal: ['embedded', 'postgres'], write: false });
  });

  test('given some, when read, then only those', () => {
    const options = readOptions(['--only', 'inbox', '--write', '--clients', '8', '--seconds', '2']);

    expect(options).toMatchObject({ only: ['inbox'], clients: [8], seconds: 2, write: true });
  });

  test.each([[['--only', 'everything']], [['--seconds', '0']], [['--clients', '8,many']], [['--fast']]])(
    'given %j, when read, then it is said what is wrong',
    (args) => expect(() => readOptions(args)).toThrow(/must be|knows|What is/),
  );
});
