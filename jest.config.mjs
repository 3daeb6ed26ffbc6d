/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
    ],
  },
  // Published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(?:temporal-(?:polyfill|utils)|email-reply-parser)/)'],
  // Many suites wait for a browser or a child process: leaving a processor free, as jest does, leaves it idle.
  maxWorkers: '100%',
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/cdk.out/', '<rootDir>/.homeroom/'],
};
