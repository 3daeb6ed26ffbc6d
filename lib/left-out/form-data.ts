/**
 * Stands in for the package `form-data`, which brings a table of all media types with it (160 kB in all). We send
 * JSON only, and Node has a FormData of its own for axios to compare with.
 */
export default FormData;
