/** Speaks KNIME's protocol of embedded pages with the window around this one. */
let requests = 0;

const ask = (method, ...params) => new Promise((resolve) => {
  const requestId = `geco-${++requests}`;
  const listen = ({ source, data }) => {
    if (source === window.parent && data?.type === "UIExtensionResponse" && data.requestId === requestId) {
      window.removeEventListener("message", listen);
      resolve(data.payload);
    }
  };
  window.addEventListener("message", listen);
  window.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
});

const parsed = (value) => (typeof value === "string" ? JSON.parse(value) : value);

/** Calls a method of the node's data service; what it answers, or an Error in its words. */
const caller = ({ projectId, workflowId, nodeId, extensionType }) => async (method, ...params) => {
  const dataServiceRequest = JSON.stringify({ jsonrpc: "2.0", method, params, id: ++requests });
  const { result, error } = await ask("callNodeDataService",
    { projectId, workflowId, nodeId, extensionType, serviceType: "data", dataServiceRequest });
  const response = result === undefined ? { error } : parsed(result);
  if (!response || response.error) {
    throw new Error(response?.error?.message ?? "KNIME did not answer.");
  }
  const { value, problem } = parsed(response.result);
  if (problem) {
    throw new Error(problem);
  }
  return value;
};

/** Starts a page: `show(data, call)` fills it with what the node says first and may `call(method, ...params)` for more. */
export const open = async (show) => {
  const main = document.querySelector("main");
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      window.parent.postMessage({ type: "UIExtensionEscapePressed" }, "*");
    }
  });
  const config = await ask("getConfig");
  const first = parsed(config.initialData);
  const failure = first.userError ?? first.internalError;
  try {
    if (failure) {
      throw new Error(failure.message ?? "The view has no data. Execute the node again.");
    }
    await show(parsed(first.result), caller(config));
  } catch (error) {
    main.textContent = error.message;
    main.classList.add("problem");
    console.error(error);
  }
  main.dataset.ready = "";
  window.parent.postMessage({ type: "UIExtensionReady" }, "*");
};
