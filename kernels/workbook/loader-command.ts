/** How Framework starts what makes a file for a page. What it appends is a command line of `litmus`. */
export const loaderCommand = [process.execPath, '--import', 'tsx', 'kernels/workbook/load.ts'];
