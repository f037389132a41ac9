import { CATALOGUE, Problem, PROBLEM_CODES } from './index';

it.each(PROBLEM_CODES)('%s says in both languages what is so and what to do next', (code) => {
  const { status, vi, en } = CATALOGUE[code];

  expect(status).toBeGreaterThanOrEqual(400);
  for (const sentence of [...vi, ...en]) expect(sentence).toMatch(/^\p{Lu}.{8,}\.$/u);
  for (const sentence of vi) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
});

it('is problem details with our code', () => {
  const problem = new Problem('locked-out', { retryAfter: 30 });

  expect(problem.details('en', 'urn:uuid:1')).toEqual({
    type: 'urn:trinhduyet:problem:locked-out',
    title: 'Too many wrong attempts.',
    status: 429,
    code: 'locked-out',
    detail: 'Wait for the time given, then try again.',
    instance: 'urn:uuid:1',
    retryAfter: 30,
  });
});
