/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <nvector/nvector_serial.h>
#include <sundials/sundials_config.h>

#if SUNDIALS_VERSION_MAJOR >= 7
#define RANKLE_NO_COMMUNICATOR SUN_COMM_NULL
#else
#define RANKLE_NO_COMMUNICATOR NULL
#endif

/* SUNDIALS' serial vector with the loops that a run spends its time in written for the
 * compiler to vectorise. Only for the rankle-integrator*.c files. */

N_Vector _rankle_vector_new (sunindextype length, SUNContext context);
/* RANKLE_LANES of them side by side, number i of lane l at [i * RANKLE_LANES + l]. Their
 * norm is that of the lane which has the most. */
N_Vector _rankle_vector_new_wide (sunindextype n_states, SUNContext context);
