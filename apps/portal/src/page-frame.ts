import { html, type Html } from './html';
import type { PageWords } from './words';

/** Where stylesheet and script are, under names that change with their content. */
export interface PublicAddresses {
  readonly stylesheet: string;
  readonly script: string;
}

export interface PageParts {
  readonly words: PageWords;
  readonly title: string;
  readonly main: Html;
  /** What the page rests on, in words; absent where it rests on nothing. */
  readonly position?: string;
  /** Address of the same page in the other language. */
  readonly otherLanguage: string;
  readonly files: PublicAddresses;
}

/** Head, header and footer, the same for every page of the portal. */
export function pageFrame({ words, title, main, position, otherLanguage, files }: PageParts): Html {
  const { language } = words.ranking;
  const other = language === 'en' ? 'id' : 'en';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Jejak</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${files.stylesheet}" />
        <script type="module" src="${files.script}"></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <p class="language">
            <a href="${otherLanguage}" id="other-language" hreflang="${other}" lang="${other}"
              >${words.otherLanguage}</a
            >
          </p>
          <h1>${words.site}</h1>
          <p>${words.about}</p>
        </header>
        ${main}
        <footer>
          <p data-view="position">${position}</p>
          <ul>
            <li><a href="/docs">${words.apiDocs}</a></li>
            <li><a href="/openapi.json">${words.apiDescription}</a></li>
            <li>${words.licence}</li>
          </ul>
        </footer>
      </body>
    </html>`;
}
