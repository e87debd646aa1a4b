// SPDX-FileCopyrightText: The Rankle authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One mesh, which stands on the plane y = 0, drawn once for each cell.

layout (location = 0) in vec3 place;
layout (location = 1) in vec3 normal;
layout (location = 3) in vec4 at;     // its middle, and its size
layout (location = 4) in vec4 upward; // away from the bone, and how far it is turned about that

uniform mat4  to_eye, to_clip;
uniform float number; // of the first: four in turn

out vec3       to_fragment_normal, to_fragment_place;
out float      to_fragment_distance;
flat out float to_fragment_number;

void main ()
{
  vec3 y = upward.xyz;
  vec3 across = abs (y.y) < 0.9 ? vec3 (0.0, 1.0, 0.0) : vec3 (1.0, 0.0, 0.0);
  vec3 x = normalize (cross (across, y));
  vec3 z = cross (x, y);
  mat3 basis = mat3 (cos (upward.w) * x + sin (upward.w) * z, y,
                     cos (upward.w) * z - sin (upward.w) * x);
  vec4 eye = to_eye * vec4 (at.xyz + at.w * (basis * place), 1.0);

  gl_Position = to_clip * eye;
  to_fragment_normal = mat3 (to_eye) * (basis * normal);
  to_fragment_place = place;
  to_fragment_distance = -eye.z;
  to_fragment_number = number + float (gl_InstanceID % 4);
}
