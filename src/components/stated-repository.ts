import { repositoryMeta } from '../lib/shelf/repository.js';

/** Where the code of this site is kept, as the page's head says; `undefined` where it says nothing. */
export function statedRepository(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name=${repositoryMeta}]`)?.content;
}
