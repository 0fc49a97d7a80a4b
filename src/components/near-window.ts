/**
 * Calls back, once, as soon as an element comes nearer to what is to be seen than a window's height, or is about to be
 * printed: until then it need not cost anything.
 */
export function onceNear(element: Element, then: () => void): void {
  const window = element.ownerDocument.defaultView!;
  const near = () => {
    observer.disconnect();
    window.removeEventListener('beforeprint', near);
    then();
  };
  const observer = new window.IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) near();
    },
    { rootMargin: '100% 0px' },
  );
  observer.observe(element);
  window.addEventListener('beforeprint', near);
}
