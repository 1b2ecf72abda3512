package org.geco.asd.nn.runtime.device;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A library of NVIDIA's, e.g. {@code libcublas.so.11}, that ND4J's CUDA code needs in exactly this version, and the
 * part of CUDA that users know it as.
 */
record CudaLibrary(String part, String file) {
    /** The part that comes with the driver. */
    static final String DRIVER = "driver";

    /** The part that is installed beside CUDA. */
    static final String CUDNN = "cuDNN 8";

    private static final Pattern VERSION = Pattern.compile("(\\.so[.\\d]*|64_[_\\d]+\\.dll)$");

    static CudaLibrary driver(final Platform platform) {
        return new CudaLibrary(DRIVER, platform.isWindows() ? "nvcuda.dll" : "libcuda.so.1");
    }

    /** @return what a build of ND4J needs besides the driver, each after those that it needs itself */
    static List<CudaLibrary> needed(final Platform platform, final String build) {
        final List<CudaLibrary> cuda = Stream.of("cudart", "cublasLt", "cublas", "cusparse", "cusolver", "cusolverMg")
            .map(name -> new CudaLibrary(name, file(platform, name, "cudart".equals(name) ? "11.0" : "11"))).toList();
        final List<CudaLibrary> cudnn = Stream.of("cudnn_ops_infer", "cudnn_ops_train", "cudnn_cnn_infer",
            "cudnn_cnn_train", "cudnn_adv_infer", "cudnn_adv_train", "cudnn")
            .map(name -> new CudaLibrary(CUDNN, file(platform, name, "8"))).toList();
        return build.endsWith("-cudnn") ? Stream.concat(cuda.stream(), cudnn.stream()).toList() : cuda;
    }

    /** @return the beginning that files of other versions share, e.g. {@code libcublas.so} */
    String anyVersion() {
        return file.endsWith(".dll") ? VERSION.matcher(file).replaceFirst("64_")
            : VERSION.matcher(file).replaceFirst(".so");
    }

    private static String file(final Platform platform, final String name, final String version) {
        return platform.isWindows() ? name + "64_" + version.replace(".", "") + ".dll"
            : "lib" + name + ".so." + version;
    }
}
