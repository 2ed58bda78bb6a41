import { html, type Html } from './html';
import { pageFrame, type PublicAddresses } from './page-frame';
import type { Language } from './ranking-view';
import type { ProblemCode } from './words';
import { wordsIn } from './words-in';

/** Says in plain words what in the address could not be read, and what to write instead. */
export function problemPage(
  problems: readonly ProblemCode[],
  language: Language,
  files: PublicAddresses,
): Html {
  const words = wordsIn(language);
  const main = html`
    <main id="main">
      <h2>${words.problemTitle}</h2>
      <ul>
        ${problems.map((problem) => html`<li>${words.problems[problem]}</li>`)}
      </ul>
      <p><a href="/?lang=${language}">${words.problemReturn}</a></p>
    </main>
  `;
  const otherLanguage = `/?lang=${language === 'en' ? 'id' : 'en'}`;
  return pageFrame({ words, title: words.problemTitle, main, otherLanguage, files });
}
