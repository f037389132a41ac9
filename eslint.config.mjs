import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which way the arrows point. No tag without a rule: a project whose tag is missing here fails the lint. */
const depConstraints = [
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:impure', 'layer:pure', 'layer:workflow'] },
  { sourceTag: 'layer:impure', onlyDependOnLibsWithTags: ['layer:impure', 'layer:pure'] },
  {
    sourceTag: 'layer:workflow',
    onlyDependOnLibsWithTags: ['layer:pure'],
    allowedExternalImports: ['@temporalio/workflow', '@temporalio/common', '@trinhduyet/*'],
  },
  {
    sourceTag: 'layer:pure',
    onlyDependOnLibsWithTags: ['layer:pure'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', '@temporalio/*', 'react', 'react-dom', '@rjsf/*'],
  },
  { sourceTag: 'layer:test', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'runs:anywhere', onlyDependOnLibsWithTags: ['runs:anywhere'] },
  { sourceTag: 'runs:sandbox', onlyDependOnLibsWithTags: ['runs:anywhere'] },
  { sourceTag: 'runs:browser', onlyDependOnLibsWithTags: ['runs:anywhere', 'runs:browser'] },
  { sourceTag: 'runs:node', onlyDependOnLibsWithTags: ['runs:anywhere', 'runs:node', 'runs:sandbox'] },
];

const PURE = ['access', 'approval', 'calendar', 'feel', 'form', 'org', 'problems', 'programme', 'text'].map(
  (lib) => `libs/${lib}/src/**/*.ts`,
);

const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Time comes in as a value.',
};

/** All SQL of the product goes through the one door, `asActor`; outside persistence nobody holds a connection. */
const doorOnly = {
  paths: [
    { name: 'pg', message: 'SQL goes through asActor of @trinhduyet/persistence.' },
    { name: 'typeorm', message: 'SQL goes through asActor of @trinhduyet/persistence.' },
  ],
  patterns: [{ group: ['@temporalio/*/src/*'], message: 'Use what the package exports.' }],
};
const noRulesToFields = {
  name: '@casl/ability/extra',
  importNames: ['rulesToFields'],
  message: 'Unsafe before 7.0.2.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', '**/*.generated.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: ['../../deploy/local/**', '../../../deploy/local/**'],
          depConstraints,
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { ignoreIIFE: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { ...doorOnly, paths: [...doorOnly.paths, noRulesToFields] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      complexity: ['error', { max: 15, variant: 'modified' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'setTimeout',
        'setInterval',
        'process',
        'crypto',
        'window',
        'document',
        'localStorage',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': ['error', noClock],
      'no-restricted-imports': ['error', { patterns: ['node:*', 'fs', 'path', 'crypto'], paths: [noRulesToFields] }],
    },
  },
  {
    files: ['workflows/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', '@temporalio/worker', '@temporalio/client', '@temporalio/activity'] },
      ],
    },
  },
  // Nest hands a controller its parts as constructor parameters: that list is wiring, not a signature that anybody calls.
  { files: ['apps/**/*.controller.ts'], rules: { 'max-params': ['error', 7] } },
  { files: ['libs/persistence/**/*.ts'], rules: { 'no-restricted-imports': ['error', { paths: [noRulesToFields] }] } },
  {
    files: ['apps/web/**/*.tsx', 'apps/web/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', '**/laws/**', '**/golden/**', 'test/**'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'max-params': 'off',
      complexity: 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-imports': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
