import cy from './pick-person.cy.json' with { type: 'json' };
import en from './pick-person.en.json' with { type: 'json' };

const words = { en, cy } satisfies Record<'en' | 'cy', typeof en>;

/** Somebody of the demonstration who can be signed in as; the address is the subject. */
export type Account = { readonly email: string; readonly organisation: string; readonly roles: readonly string[] };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page on which one picks who to be: a plain form that works without JavaScript. `hint` is picked already. */
export function pickPersonPage(accounts: readonly Account[], language: 'en' | 'cy', hint?: string): string {
  const { title, warning, signIn, person } = words[language];
  const groups = [...new Set(accounts.map(({ organisation }) => organisation))].map((organisation) => {
    const options = accounts
      .filter((account) => account.organisation === organisation)
      .map(
        ({ email, roles }) =>
          `<option value="${escaped(email)}"${email === hint ? ' selected' : ''}>${escaped(email)} (${escaped(roles.join(', '))})</option>`,
      );
    return `<optgroup label="${escaped(organisation)}">${options.join('')}</optgroup>`;
  });
  const form = `<form method="post"><p><label for="account">${escaped(person)}</label></p>
<p><select id="account" name="account" size="20" required>${groups.join('\n')}</select></p>
<p><button type="submit">${escaped(signIn)}</button></p></form>`;
  return document(language, title, `<p><strong>${escaped(warning)}</strong></p>\n${form}`);
}

export function apologyPage(because: 'expired' | 'unknown', language: 'en' | 'cy'): string {
  return document(language, words[language].title, `<p>${escaped(words[language][because])}</p>`);
}

function document(language: 'en' | 'cy', title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;
}
