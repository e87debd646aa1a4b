/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cvode/cvode.h>
#include <glib.h>
#include <sundials/sundials_config.h>

/* How CVODE is used, for one run and for several abreast alike. Only for the
 * rankle-integrator*.c files. */

#if SUNDIALS_VERSION_MAJOR >= 7
typedef sunrealtype    Real;
typedef sunbooleantype Boolean;
#else
typedef realtype    Real;
typedef booleantype Boolean;
#endif

typedef struct
{
  CVRhsFn      rates;
  CVEwtFn      weights;
  CVLsLinSysFn system;
} RankleCvodeFunctions;

/* Once for each memory; values come with each restart. All are borrowed by it. */
gboolean _rankle_cvode_start (void                       *memory,
                              N_Vector                    state,
                              SUNLinearSolver             solver,
                              SUNMatrix                   system,
                              const RankleCvodeFunctions *functions,
                              gpointer                    data);

/* Below it time stands still. */
double _rankle_cvode_least_step (double time);
