import { type DatasetId, type MethodId, methodIds } from '../../../src/papers/cs-ib/tables.js';

export const seeds = [0, 1, 2, 3, 4];

/** A sweep whose error is known: `error` gives the RMSE of a method at β; networks differ a little by seed. */
export function plane(dataset: DatasetId, error: (method: MethodId, beta: number, seed: number) => number) {
  return methodIds.flatMap((method, number) =>
    [0, 0.1].flatMap((beta) =>
      seeds.map((seed) => {
        const rmse = error(method, beta, seed) * (1 + 0.002 * ((seed + number) % 3));
        const r = beta * 6;
        return { dataset, method, beta, seed, rmse, mae: rmse, r_own: r, r_cs: r, i_ty: 1 - rmse };
      }),
    ),
  );
}

/** The same under both attacks; `clean` gives the RMSE of a method at β without attack. */
export function attack(
  error: (method: MethodId, beta: number) => number,
  clean: (method: MethodId, beta: number) => number = () => 0.3,
) {
  return (['fgsm', 'pgd'] as const).flatMap((kind) =>
    plane('california-housing', error).map(({ dataset, method, beta, seed, rmse }) => ({
      ...{ dataset, method, beta, seed, rmse, kind, eps: 0.3 },
      clean_rmse: clean(method, beta),
    })),
  );
}

export const csWins = (method: MethodId) => (method === 'cs-paper' ? 0.2 : 0.3);
export const csLoses = (method: MethodId) => (method === 'cs-paper' ? 0.4 : 0.3);
