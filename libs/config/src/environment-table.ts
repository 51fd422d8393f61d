import { environmentVariables } from './environment-variables.js';

/** The variables as a table in Markdown, for the documents. */
export function environmentTable(): string {
  const rows = environmentVariables.map(
    ({ name, meaning, otherwise, neededBy }) => `| \`${name}\` | ${meaning} | ${otherwise} | ${neededBy.join(', ') || '-'} |`,
  );
  return ['| variable | meaning | without it | needed by |', '|---|---|---|---|', ...rows, ''].join('\n');
}
