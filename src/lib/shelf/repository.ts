/** The name under which a page's head says where the code is kept. */
export const repositoryMeta = 'litmus-repository';
