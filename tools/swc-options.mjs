// One recipe for both uses: `commonjs` inside Jest, `es6` for what runs.
export const swcOptions = (moduleType) => ({
  swcrc: false,
  configFile: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    target: 'es2023',
    keepClassNames: true,
    // Node refuses to import JSON without its attribute.
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
  },
  module: moduleType === 'commonjs' ? { type: 'commonjs', importInterop: 'swc' } : { type: 'es6' },
  sourceMaps: moduleType === 'commonjs' ? 'inline' : true,
});
