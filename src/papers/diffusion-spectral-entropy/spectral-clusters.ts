import { type Labels, labelsOf, rowLabels } from '../../lib/information/labels.js';
import { neighbourhoods } from '../../lib/information/neighbours/neighbourhoods.js';
import { leadingEigenvectors } from '../../lib/linear-algebra/leading-eigenvectors.js';
import { symmetricEigen } from '../../lib/linear-algebra/symmetric-eigen.js';

/**
 * Clusters by the spectrum of the graph of nearest neighbours, as scikit-learn's `SpectralClustering` with
 * `affinity='nearest_neighbors'` and `assign_labels='cluster_qr'` makes them: what discretises a variable of many
 * dimensions before its information is estimated. The weight of an edge is 1 where each of two points is among the
 * neighbours of the other, ½ where one is; the eigenvectors of the largest eigenvalues of D^(−½) W D^(−½), divided by
 * the roots of the degrees, are turned so that each row is nearly a unit vector, whose place is the cluster
 * (A. Damle, V. Minden, L. Ying, "Simple, direct and efficient multi-way spectral clustering", *Inf. Inference* 8,
 * 2019). No random numbers matter.
 *
 * @param points `[n, dimension]`, row-major.
 * @param neighbours of each point, itself counted.
 * @throws {RangeError} if there are not more points than neighbours, or fewer distinct points than clusters.
 */
export function spectralClusters(
  points: Float64Array,
  dimension: number,
  clusters: number,
  neighbours = 10,
): Labels {
  const { starts, ends, weights, degrees } = neighbourGraph(points, dimension, neighbours - 1);
  const n = degrees.length;
  const roots = degrees.map(Math.sqrt);
  const multiply = (vectors: Float64Array, m: number) => {
    const products = new Float64Array(vectors.length);
    for (let v = 0; v < m * n; v += n)
      for (let edge = 0; edge < weights.length; edge++) {
        const [i, j] = [starts[edge], ends[edge]];
        const weight = weights[edge] / (roots[i] * roots[j]);
        products[v + i] += weight * vectors[v + j];
        products[v + j] += weight * vectors[v + i];
      }
    return products;
  };
  const { vectors } = leadingEigenvectors(multiply, n, clusters);
  const distinct = rowLabels(points, dimension).count;
  if (distinct < clusters)
    throw new RangeError(`spectral clusters: ${distinct} distinct points do not make ${clusters} clusters`);
  return clusterRows(
    vectors.map((value, at) => value / roots[at % n]),
    n,
  );
}

interface Graph {
  /** Edges between two points each, with half a weight from either side that names the other. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly weights: Float64Array;
  readonly degrees: Float64Array;
}

function neighbourGraph(points: Float64Array, dimension: number, k: number): Graph {
  const { indices } = neighbourhoods(points, dimension, 'euclidean').nearest(k);
  const starts = Uint32Array.from(indices, (_, at) => Math.floor(at / k));
  const degrees = new Float64Array(points.length / dimension);
  indices.forEach((end, at) => {
    degrees[starts[at]] += 0.5;
    degrees[end] += 0.5;
  });
  return { starts, ends: indices, weights: new Float64Array(indices.length).fill(0.5), degrees };
}

/**
 * Clusters points by their coordinates in the span of the eigenvectors: k points as different as can be are chosen by
 * a pivoted QR decomposition, and the axes are turned towards them.
 *
 * @param columns the eigenvectors, `[k, n]`.
 */
function clusterRows(columns: Float64Array, n: number): Labels {
  const k = columns.length / n;
  const chosen = pivots(columns, n);
  // The orthogonal factor of M, whose columns are the chosen points: M (Mᵀ M)^(−½).
  const gram = new Float64Array(k * k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      for (let c = 0; c < k; c++) gram[a * k + b] += columns[c * n + chosen[a]] * columns[c * n + chosen[b]];
  const { values, vectors } = symmetricEigen(gram);
  const turn = new Float64Array(k * k);
  for (let c = 0; c < k; c++)
    for (let v = 0; v < k; v++) {
      let along = 0;
      for (let a = 0; a < k; a++) along += columns[c * n + chosen[a]] * vectors[v * k + a];
      for (let b = 0; b < k; b++) turn[c * k + b] += (along / Math.sqrt(values[v])) * vectors[v * k + b];
    }
  const places = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    let largest = -1;
    for (let b = 0; b < k; b++) {
      let value = 0;
      for (let c = 0; c < k; c++) value += columns[c * n + i] * turn[c * k + b];
      if (Math.abs(value) > largest) [largest, places[i]] = [Math.abs(value), b];
    }
  }
  return labelsOf(places);
}

/** The first k pivots of the columns of a `[k, n]` matrix: each time the longest of what the others leave of it. */
function pivots(matrix: Float64Array, n: number): number[] {
  const k = matrix.length / n;
  const left = matrix.slice();
  return Array.from({ length: k }, () => {
    let [longest, pivot] = [-1, 0];
    for (let i = 0; i < n; i++) {
      let squares = 0;
      for (let c = 0; c < k; c++) squares += left[c * n + i] ** 2;
      if (squares > longest) [longest, pivot] = [squares, i];
    }
    const direction = Float64Array.from({ length: k }, (_, c) => left[c * n + pivot] / Math.sqrt(longest));
    for (let i = 0; i < n; i++) {
      let along = 0;
      for (let c = 0; c < k; c++) along += direction[c] * left[c * n + i];
      for (let c = 0; c < k; c++) left[c * n + i] -= along * direction[c];
    }
    return pivot;
  });
}
