/** The bytes of a file of the site. @throws {Error} where it cannot be had. */
export async function fetchTable(href: string): Promise<ArrayBuffer> {
  const response = await fetch(href);
  if (!response.ok)
    throw new Error(
      `${new URL(href).pathname} could not be loaded: ${response.status} ${response.statusText}`,
    );
  return response.arrayBuffer();
}
