import { API_SETTINGS, readSettings, WORKER_SETTINGS } from './index';

const sound = {
  SECRET_KEY: 'x'.repeat(32),
  PUBLIC_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgres://x',
  FILES_DIR: '/tmp',
};

it('are read with their defaults', () => {
  expect(readSettings(API_SETTINGS, sound)).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DEMO: false });
});

it('name every mistake at once', () => {
  const read = () => readSettings(API_SETTINGS, { ...sound, PORT: 'many', PUBLIC_URL: 'nowhere', DATABASE_URL: '' });

  expect(read).toThrow(/PORT:[^]*PUBLIC_URL:[^]*DATABASE_URL:|PUBLIC_URL:[^]*DATABASE_URL:/);
});

it.each([API_SETTINGS, WORKER_SETTINGS])('say what each one does', (schema) => {
  for (const [name, setting] of Object.entries(schema.shape)) {
    expect({ name, description: setting.description }).toEqual({
      name,
      description: expect.stringMatching(/.{5,}/) as unknown,
    });
  }
});
