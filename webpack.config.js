const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const tsx = require("tsx/cjs/api");
const webpack = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const OFFICE_FOLDER = path.resolve(__dirname, "node_modules/@microsoft/office-js/dist");
/** The origin written in manifest.xml and in the help addresses of the functions; the build replaces it. */
const WRITTEN_ORIGIN = "https://localhost:3000";
const FUNCTIONS_FOLDER = path.resolve(__dirname, "src/functions");

const functionSources = readdirSync(FUNCTIONS_FOLDER)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => path.join(FUNCTIONS_FOLDER, name))
  .filter((file) => readFileSync(file, "utf8").includes("@customfunction"));

/** Runs first: loaded in a worker, functions.js answers jobs instead of registering functions. */
const ownScript = path.join(FUNCTIONS_FOLDER, "background/ownScript.ts");

/**
 * Excel hands errors in cells to the functions, so that one #N/A in a list spoils its own row and not the whole column.
 * The metadata generator has no tag for it.
 */
function acceptErrors(metadata) {
  return JSON.stringify({ allowErrorForDataTypeAny: true, ...JSON.parse(metadata) }, null, 1);
}

/** Last touches to the emitted text files: addresses point to where the add-in will be served. */
class DeployPlugin {
  constructor(origin) {
    this.origin = origin;
  }

  apply(compiler) {
    const { RawSource } = webpack.sources;
    // The metadata plugin puts functions.json into every compilation, the children too; all have to be equal.
    compiler.hooks.compilation.tap("DeployPlugin", ({ assets }) => {
      const metadata = assets["functions.json"];
      if (metadata) assets["functions.json"] = new RawSource(this.deployed(acceptErrors(metadata.source().toString())));
    });
    compiler.hooks.thisCompilation.tap("DeployPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "DeployPlugin", stage }, (assets) => {
        for (const name of Object.keys(assets).filter((asset) => /\.(xml|html)$/.test(asset))) {
          compilation.updateAsset(name, (source) => new RawSource(this.deployed(source.source().toString())));
        }
      });
    });
  }

  deployed(text) {
    return text.replaceAll(WRITTEN_ORIGIN, this.origin);
  }
}

/** Writes the help page of every function, from the same comments as functions.json. */
class HelpPagesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("HelpPagesPlugin", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "HelpPagesPlugin", stage }, () => {
        const unregister = tsx.register();
        const { helpPages } = require("./src/help/helpPages.ts");
        unregister();
        for (const page of helpPages(functionSources)) compilation.emitAsset(page.path, new webpack.sources.RawSource(page.html));
      });
    });
  }
}

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: "swc-loader",
  options: {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
  },
};
const resolve = { extensions: [".tsx", ".ts", ".js"] };
/** What both bundles have in common; the cache makes every start but the first a matter of seconds. */
const shared = (name, mode) => ({
  name,
  mode,
  target: ["web", "es2022"],
  resolve,
  stats: "errors-warnings",
  infrastructureLogging: { level: "warn" },
  cache: {
    type: "filesystem",
    cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
    name: `${name}-${mode}`,
    buildDependencies: { config: [__filename] },
  },
});

function addIn({ origin, officeJs, mode }) {
  return {
    ...shared("add-in", mode),
    devtool: mode === "development" ? "source-map" : false,
    entry: {
      // The manifest's <Script> loads functions.js alone, so it shares no chunk with the pane.
      functions: { import: [ownScript, ...functionSources], filename: "functions.js" },
      taskpane: { import: "./src/taskpane/index.tsx", filename: "taskpane.js" },
      // Computes portfolios in a worker of the pane.
      tiering: { import: "./src/app/tiering/background/tieringWorker.ts", filename: "tiering.js" },
    },
    // The workbench is built at the same time and may be there first: with a warm cache it is.
    output: { path: path.resolve(__dirname, "dist"), chunkFilename: "pane-[name].js", clean: { keep: /^workbench\// } },
    module: { rules: [typescript] },
    plugins: [
      new CustomFunctionsMetadataPlugin({ input: functionSources, output: "functions.json" }),
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        officeJs,
      }),
      new CopyPlugin({ patterns: ["manifest.xml", { from: "assets/*-[0-9]*.png" }] }),
      new HelpPagesPlugin(),
      new DeployPlugin(origin),
    ],
    // One download for the pane; more than this and opening it is felt.
    performance: mode === "production" ? { maxEntrypointSize: 700_000, maxAssetSize: 700_000, hints: "error" } : false,
  };
}

function workbench({ mode }) {
  return {
    ...shared("workbench", mode),
    devtool: false,
    entry: { workbench: "./src/workbench/page/index.ts" },
    output: {
      path: path.resolve(__dirname, "dist/workbench"),
      publicPath: "/workbench/",
      filename: "[name].js",
      chunkFilename: "[name].js",
    },
    module: { rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }] },
    plugins: [
      new HtmlPlugin({ template: "./src/workbench/page/index.html", filename: "index.html" }),
      // The grid's 77 hyphenation dictionaries (4.6 MB) are for documents, not for cells.
      new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z][\w-]*-[\w-]{8}\.js$/, (request) => {
        if (/engine-render[\\/]lib[\\/]es$/.test(request.context)) request.request = "data:text/javascript,export default {};";
      }),
    ],
    // The host names Excel's types by its class names: in errors, and to know which event is registered.
    optimization: { minimizeOptions: { javascript: { keep_classnames: true } } },
    performance: false,
  };
}

/** The trusted development certificate where one is installed; undefined lets the server make an untrusted one. */
async function trustedCertificate() {
  try {
    const certificates = require("office-addin-dev-certs");
    // Only looks: installing one would ask for a password.
    return certificates.verifyCertificates() ? await certificates.getHttpsServerOptions() : undefined;
  } catch {
    return undefined;
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function server({ port, page }) {
  const certificate = await trustedCertificate();
  say(page ? "Building the add-in and the workbench; the first time takes about a minute ..." : "Building the add-in ...");
  const address = `https://localhost:${port}${page}`;
  const hasBrowser = !process.env.CI && (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return {
    port,
    host: "localhost",
    server: certificate ? { type: "https", options: certificate } : "https",
    // The add-in's scripts are served as they are built: no reload client inside functions.js.
    // Everything stays on this computer: packing seven megabytes would only take time.
    compress: false,
    client: false,
    hot: false,
    liveReload: false,
    open: page && hasBrowser ? [page] : false,
    static: [{ directory: OFFICE_FOLDER, publicPath: "/office", watch: false }],
    setupMiddlewares(middlewares, devServer) {
      // The package has all its names in lower case, office.js asks for some in mixed case.
      middlewares.unshift({
        name: "office-lower-case",
        middleware: (request, _response, next) => {
          if (request.url.startsWith("/office/")) request.url = request.url.toLowerCase();
          next();
        },
      });
      if (page) {
        devServer.app.get("/", (_request, response) => response.redirect(page));
      }
      devServer.compiler.hooks.done.tap("address", (stats) => {
        if (stats.hasErrors()) return;
        say(`\nKAM Planner is running at ${address}`);
        if (!certificate) {
          say("Its certificate is not trusted on this computer: the browser will ask once whether to go on.");
        }
      });
      return middlewares;
    },
  };
}

/**
 * `--env origin=https://…` builds for a static host. Without it everything points to the local server:
 * `webpack serve` shows the workbench, `webpack serve --env excel` serves desktop Excel, which takes office.js
 * from Microsoft as in production.
 */
module.exports = async (env = {}, argv = {}) => {
  const serving = Boolean(env.WEBPACK_SERVE);
  const mode = argv.mode ?? (serving ? "development" : "production");
  const port = Number(env.port ?? 3000);
  const origin = (env.origin ?? `https://localhost:${port}`).replace(/\/+$/, "");
  const inWorkbench = serving && !env.excel;
  const product = addIn({ origin, mode, officeJs: inWorkbench ? "/office/office.js" : OFFICE_CDN });
  if (!serving) return product;
  product.devServer = await server({ port, page: inWorkbench ? "/workbench/" : "" });
  return inWorkbench ? [product, workbench({ mode })] : product;
};
