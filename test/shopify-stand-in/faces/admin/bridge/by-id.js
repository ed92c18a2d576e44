/** Runs a method of the element with this id, as `shopify.modal` and `shopify.saveBar` do. */
export const byId = (id, action) => {
  const element = document.getElementById(id);
  if (!element || typeof element[action] !== "function")
    return Promise.reject(new Error(`There is no element with the id ${id} to ${action}`));
  return element[action]();
};
