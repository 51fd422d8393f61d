// What the surroundings decide: the environment, read and checked once at the start. Nothing else in the house looks at
// process.env, and nothing here reads it later or keeps it: a program's main.ts hands the values on. Start with
// environment-variables.ts.
export { Environment, type VariableName } from './environment.js';
export { type EnvironmentVariable, environmentVariables, type Program } from './environment-variables.js';
export {
  type EnvironmentFault,
  EnvironmentFaults,
  environmentOf,
  readEnvironment,
  serviceUrl,
  type Variables,
} from './read-environment.js';
export { environmentTable } from './environment-table.js';
